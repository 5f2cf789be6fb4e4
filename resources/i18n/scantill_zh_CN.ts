<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Wording</name>
    <message>
        <source>Ready</source>
        <translation>可以收款</translation>
    </message>
    <message>
        <source>Making the code…</source>
        <translation>正在出码…</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>等待顾客付款</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Cancelled (not paid)</source>
        <translation>已取消（未收款）</translation>
    </message>
    <message>
        <source>Expired (not paid)</source>
        <translation>已超时（未收款）</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核实…</translation>
    </message>
    <message>
        <source>Call a manager</source>
        <translation>请店长处理</translation>
    </message>
    <message>
        <source>%1 The code is on the screen</source>
        <translation>%1 收款码已显示</translation>
    </message>
    <message>
        <source>WeChat says: not paid (%1)</source>
        <translation>微信查询结果：未付款（%1）</translation>
    </message>
    <message>
        <source>WeChat could not be asked (%1). Press F5 again in a moment.</source>
        <translation>暂时连不上微信，没有查到结果（%1）。请稍后再按 F5。</translation>
    </message>
    <message>
        <source>This server cannot pretend a payment. Scan the code with a phone.</source>
        <translation>这台服务器不能模拟付款，请用手机扫码。</translation>
    </message>
    <message>
        <source>Checking with WeChat. Until we know, do not charge again and keep the goods.</source>
        <translation>正在向微信核实。结果出来前，请勿重复收款，也先别交货。</translation>
    </message>
    <message>
        <source>The code expired and this sale was not paid. F6 makes a new one.</source>
        <translation>收款码已过期，本单没有收到钱。按 F6 重新出码。</translation>
    </message>
    <message>
        <source>Cancelled. This sale was not paid.</source>
        <translation>已取消，本单没有收到钱。</translation>
    </message>
    <message>
        <source>Already paid %1, so it can't be cancelled. F9 refunds.</source>
        <translation>顾客已付款 %1，不能取消。要退钱请按 F9。</translation>
    </message>
    <message>
        <source>Another cashier began this sale. A supervisor can sign in and cancel it.</source>
        <translation>这一单是别的收银员开的，请店长登录后取消。</translation>
    </message>
    <message>
        <source>A late payment of %1 is waiting in the inbox.</source>
        <translation>有一笔超时后到账的付款 %1，已放入“待处理款项”。</translation>
    </message>
    <message>
        <source>Due %1, WeChat received %2. Keep the goods and call a manager.</source>
        <translation>金额不符：应收 %1，微信到账 %2。请先别交货，叫店长处理。</translation>
    </message>
    <message>
        <source>Offline: no new code. The last one may have been paid; it will be checked.</source>
        <translation>网络断了，暂时不能出码。刚才的码顾客可能已经付了，恢复后自动核实。</translation>
    </message>
    <message>
        <source>WeChat is slow to make the code. Please wait a moment.</source>
        <translation>微信出码较慢，请稍等。</translation>
    </message>
    <message>
        <source>WeChat did not take this sale. Go back and try once more, or call a manager.</source>
        <translation>微信没有接受这笔收款。请返回再收一次，仍不行就叫店长。</translation>
    </message>
    <message>
        <source>The payment service does not answer. Check that it runs; we go on by ourselves.</source>
        <translation>连不上收款服务。请检查它是否在运行，恢复后自动继续。</translation>
    </message>
    <message>
        <source>A large amount: press again to confirm %1</source>
        <translation>金额较大，再按一次确认 %1</translation>
    </message>
    <message>
        <source>Press Esc once more to cancel this payment.</source>
        <translation>再按一次 Esc，取消这笔收款。</translation>
    </message>
    <message>
        <source>Press Esc once more to go back to the sale.</source>
        <translation>再按一次 Esc，返回收款。</translation>
    </message>
    <message>
        <source>That is the customer's payment code. Please ask them to scan the code on our screen.</source>
        <translation>这是顾客的付款码。请顾客用微信扫屏幕上的收款码。</translation>
    </message>
    <message>
        <source>This barcode is not known here. Type the amount instead.</source>
        <translation>没有找到这个条码的商品，请直接输入金额。</translation>
    </message>
    <message>
        <source>That amount is too large. Check it and type it again.</source>
        <translation>金额太大，请核对后重新输入。</translation>
    </message>
    <message>
        <source>Two decimals at most: 0.01 is the smallest coin.</source>
        <translation>小数点后最多两位，最小到分。</translation>
    </message>
    <message>
        <source>Please finish this sale first.</source>
        <translation>请先完成这一单</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>shop, till</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Practice: no real money</source>
        <translation>练习模式 · 不会真的收钱</translation>
    </message>
    <message>
        <source>Practice · you will not be charged</source>
        <translation>练习 · 不会真的扣款</translation>
    </message>
    <message>
        <source>中文</source>
        <comment>the other language, in its own words</comment>
        <translation>English</translation>
    </message>
    <message>
        <source>中</source>
        <comment>the other language, in one or two of its own characters</comment>
        <translation>EN</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>浅色、深色或高对比度</translation>
    </message>
    <message>
        <source>Help: all keys (F1)</source>
        <translation>帮助：全部按键（F1）</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>The payment service does not answer</source>
        <translation>连不上收款服务</translation>
    </message>
    <message>
        <source>Last sale</source>
        <translation>上一单</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>尾号 %1</translation>
    </message>
    <message>
        <source>Being checked %1</source>
        <translation>正在查清 %1</translation>
    </message>
    <message>
        <source>Inbox %1</source>
        <translation>待处理款项 %1</translation>
    </message>
    <message>
        <source>F1 Help</source>
        <translation>F1 帮助</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>This sale</source>
        <translation>本单</translation>
    </message>
    <message>
        <source>This sale · pickup %1</source>
        <translation>本单 · 取餐号 %1</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Type an amount</source>
        <translation>请输入金额</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Add another item</source>
        <translation>再加一笔</translation>
    </message>
    <message>
        <source>Times: quantity</source>
        <translation>乘以数量</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Type the amount</source>
        <translation>输入金额</translation>
    </message>
    <message>
        <source>12.5 is ¥12.50</source>
        <translation>12.5 就是 ¥12.50</translation>
    </message>
    <message>
        <source>Press Enter</source>
        <translation>按 Enter 收款</translation>
    </message>
    <message>
        <source>The code comes up at once</source>
        <translation>收款码马上显示</translation>
    </message>
    <message>
        <source>The customer scans</source>
        <translation>顾客扫码付款</translation>
    </message>
    <message>
        <source>It turns green by itself</source>
        <translation>到账后自动变绿</translation>
    </message>
    <message>
        <source>+ next item   × quantity   Clear once: the entry, twice: the bill</source>
        <translation>+ 再加一笔　× 数量　清空：先清输入，再清整单</translation>
    </message>
    <message>
        <source>Cancel payment</source>
        <translation>取消收款</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>返回收款</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>重新出码</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>给顾客看（全屏）</translation>
    </message>
    <message>
        <source>“I have paid”? Ask WeChat</source>
        <translation>顾客说已付？查询结果</translation>
    </message>
    <message>
        <source>The code is good for</source>
        <translation>收款码有效时间</translation>
    </message>
    <message>
        <source>Payment code for %1</source>
        <translation>收款码 %1</translation>
    </message>
    <message>
        <source>The phone must be on the shop's Wi-Fi; if it can't open the code, press “Mock payment”.</source>
        <translation>手机要连本店 Wi-Fi；扫不开就点“模拟付款”</translation>
    </message>
    <message>
        <source>Next %1</source>
        <comment>sale, with its amount</comment>
        <translation>下一单 %1</translation>
    </message>
    <message>
        <source>Next sale</source>
        <translation>下一单</translation>
    </message>
    <message>
        <source>Practice payment complete · no real money</source>
        <translation>练习收款成功 · 没有真的收钱</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>收款成功</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>取餐号</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>尾号</translation>
    </message>
    <message>
        <source>Customer paid %1 (WeChat coupon %2)</source>
        <translation>顾客实付 %1（微信优惠 %2）</translation>
    </message>
    <message>
        <source>Scan with WeChat to pay</source>
        <translation>请打开微信“扫一扫”付款</translation>
    </message>
    <message>
        <source>Please pay within %1</source>
        <translation>请在 %1 内付款</translation>
    </message>
    <message>
        <source>WeChat Pay only; for another way to pay, tell the cashier</source>
        <translation>仅支持微信；其他付款方式请告诉收银员</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Type the amount, yuan first</source>
        <translation>输入金额，先元后分</translation>
    </message>
    <message>
        <source>Take back the last key</source>
        <translation>退回上一个键</translation>
    </message>
    <message>
        <source>Clear the entry, then the bill</source>
        <translation>清空：先清输入，再清整单</translation>
    </message>
    <message>
        <source>Pay; when paid, the next sale</source>
        <translation>收款；收款成功后：下一单</translation>
    </message>
    <message>
        <source>Cancel the payment; asks once</source>
        <translation>取消收款，会再问一次</translation>
    </message>
    <message>
        <source>Ask WeChat whether it is paid</source>
        <translation>向微信查询是否已付</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>重新出码</translation>
    </message>
    <message>
        <source>Show the customer, and back</source>
        <translation>全屏给顾客看，再按返回</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>本帮助</translation>
    </message>
    <message>
        <source>Go to a button; press it</source>
        <translation>到下一个按钮；按下它</translation>
    </message>
    <message>
        <source>Mock payment (practice)</source>
        <translation>模拟付款（练习）</translation>
    </message>
    <message>
        <source>The sale of %1 just before is not cleared yet; it may have been paid.</source>
        <translation>刚才一笔 %1 还没查清，可能已付</translation>
    </message>
    <message>
        <source>%1 is not cleared yet. We keep asking WeChat; you can serve the next customer.</source>
        <translation>刚才一笔 %1 还没查清，会继续向微信核实；可以先收下一单。</translation>
    </message>
    <message>
        <source>The sale of %1 before has been paid · %2</source>
        <translation>上一单 %1 已到账 · %2</translation>
    </message>
    <message>
        <source>This till could not save the sale, so nothing was asked. Check its disk and try again.</source>
        <translation>本机没能保存这笔记录，没有出码。请检查磁盘后再试。</translation>
    </message>
    <message>
        <source>Charge anyway? Press again %1</source>
        <translation>仍要收款，再按一次 %1</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Lock the till; sign in</source>
        <translation>锁定收银台；登录</translation>
    </message>
    <message>
        <source>Staff sign-in</source>
        <translation>员工登录</translation>
    </message>
    <message>
        <source>Bind only a phone that you see before you.</source>
        <translation>只绑定你亲眼看到的那部手机。</translation>
    </message>
    <message>
        <source>This phone is new here: a manager types the PIN at the right.</source>
        <translation>这部手机还没有绑定，请店长在右边输入密码。</translation>
    </message>
    <message>
        <source>Pick this number on the phone, and the till opens.</source>
        <translation>在手机上点选这个数字，收银台就会打开。</translation>
    </message>
    <message>
        <source>%1 · type your PIN</source>
        <comment>shop and till</comment>
        <translation>%1 · 请输入密码</translation>
    </message>
    <message>
        <source>%1 · scan with WeChat, or type your PIN</source>
        <comment>shop and till</comment>
        <translation>%1 · 微信扫码登录，或输入密码</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Waiting for a scan · %1</source>
        <translation>等待扫码 · %1</translation>
    </message>
    <message>
        <source>%1 has scanned · %2</source>
        <translation>%1 已扫码 · %2</translation>
    </message>
    <message>
        <source>A new phone · %1</source>
        <translation>新手机 · %1</translation>
    </message>
    <message>
        <source>Cancelled on the phone</source>
        <translation>手机上已取消</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>二维码已过期</translation>
    </message>
    <message>
        <source>Phone sign-in is off</source>
        <translation>没有开启手机登录</translation>
    </message>
    <message>
        <source>No answer; trying again</source>
        <translation>连不上服务器，正在重试</translation>
    </message>
    <message>
        <source>A new phone has scanned: a manager's PIN binds it.</source>
        <translation>新手机扫了码：店长输入密码后可以绑定。</translation>
    </message>
    <message>
        <source>Practice: everybody's PIN is %1</source>
        <translation>练习：大家的密码都是 %1</translation>
    </message>
    <message>
        <source>Choose your name, then type six digits</source>
        <translation>先选姓名，再输入六位密码</translation>
    </message>
    <message>
        <source>Type your six digits</source>
        <translation>请输入六位密码</translation>
    </message>
    <message>
        <source>Now choose your name</source>
        <translation>请选一下姓名</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Wrong PIN. Please try again.</source>
        <translation>密码不对，请再试一次</translation>
    </message>
    <message>
        <source>Wrong PIN. Tries left: %1</source>
        <translation>密码不对，还可以试 %1 次</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait %1</source>
        <translation>错误次数太多，请等 %1 再试</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>连不上服务器，请再试一次</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Please sign in again.</source>
        <translation>登录已失效，请重新登录</translation>
    </message>
    <message>
        <source>%1, whose phone is this?</source>
        <translation>%1，这是谁的手机？</translation>
    </message>
    <message>
        <source>You may not bind that person's phone.</source>
        <translation>你没有权限绑定这个人的手机</translation>
    </message>
    <message>
        <source>Pick on the phone</source>
        <translation>在手机上点选</translation>
    </message>
    <message>
        <source>Code to sign in with a phone</source>
        <translation>手机登录码</translation>
    </message>
    <message>
        <source>Don't bind it, sign in as %1</source>
        <translation>不绑定，以 %1 登录</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不绑定</translation>
    </message>
    <message>
        <source>More ›</source>
        <translation>更多 ›</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>已选 %1</translation>
    </message>
    <message>
        <source>Digits typed: %1</source>
        <translation>已输入 %1 位</translation>
    </message>
    <message>
        <source>Lock the till (F8)</source>
        <translation>锁定收银台（F8）</translation>
    </message>
    <message>
        <source>%1: lock the till (F8)</source>
        <translation>%1：锁定收银台（F8）</translation>
    </message>
    <message>
        <source>Taking payment %1 · %2</source>
        <translation>正在收款 %1 · %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>for the customer to pay</comment>
        <translation>等待付款</translation>
    </message>
    <message>
        <source>To the next name or button</source>
        <translation>到下一个姓名或按钮</translation>
    </message>
    <message>
        <source>Choose or press it</source>
        <translation>选中，或按下</translation>
    </message>
    <message>
        <source>Type the PIN; the sixth digit sends it</source>
        <translation>输入密码；第六位自动提交</translation>
    </message>
    <message>
        <source>Clear the PIN</source>
        <translation>清空密码</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>待处理款项</translation>
    </message>
    <message>
        <source>Refund (F9)</source>
        <translation>退款（F9）</translation>
    </message>
    <message>
        <source>Payments that wait for a decision: %1 (Alt+I)</source>
        <translation>待处理款项 %1 笔（Alt+I）</translation>
    </message>
    <message>
        <source>Refunds on the way %1</source>
        <translation>退款处理中 %1</translation>
    </message>
    <message>
        <source>Refunds to look at %1 · F9</source>
        <translation>退款要处理 %1 · F9</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>to the page before</comment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Goods returned</source>
        <translation>顾客退货</translation>
    </message>
    <message>
        <source>Charged too much</source>
        <translation>收多了</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>商品缺货</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation>重复付款</translation>
    </message>
    <message>
        <source>Goods not handed over</source>
        <translation>没有交货</translation>
    </message>
    <message>
        <source>The customer has the goods</source>
        <translation>商品已交给顾客</translation>
    </message>
    <message>
        <source>Checked in person</source>
        <translation>已当面核对</translation>
    </message>
    <message>
        <source>Paid back in cash</source>
        <translation>已给现金</translation>
    </message>
    <message>
        <source>Paid back by transfer</source>
        <translation>已转账</translation>
    </message>
    <message>
        <source>The customer's account takes no money</source>
        <translation>顾客账户收不了款</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>A supervisor closes the till</source>
        <translation>退出收银台：请店长输入密码</translation>
    </message>
    <message>
        <source>No supervisor here has a PIN yet.</source>
        <translation>这里还没有店长设置密码。</translation>
    </message>
    <message>
        <source>Close the till…</source>
        <translation>退出收银台…</translation>
    </message>
    <message>
        <source>The till does not start</source>
        <translation>收银台启动不了</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>The till is starting.</source>
        <translation>收银台正在启动。</translation>
    </message>
    <message>
        <source>The till has stopped and is starting again. A payment that was under way goes on then.</source>
        <translation>收银台中断了，正在重新启动。进行中的收款随后会继续。</translation>
    </message>
    <message>
        <source>Please call whoever looks after this computer. It is tried again every minute.</source>
        <translation>请联系维护这台电脑的人。每分钟会自动再试一次。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>What was paid is not lost.
Please show this sentence to whoever looks after this computer:</source>
        <translation>已经收到的款不会丢。
请把下面这句话给维护这台电脑的人看：</translation>
    </message>
    <message>
        <source>A supervisor signs</source>
        <translation>请店长输入密码</translation>
    </message>
    <message>
        <source>Looking up who may sign…</source>
        <translation>正在查谁可以授权…</translation>
    </message>
    <message>
        <source>For this once; whoever is signed in stays so.</source>
        <translation>只授权这一次，收银员不用重新登录。</translation>
    </message>
    <message>
        <source>Which sale?</source>
        <translation>退哪一单？</translation>
    </message>
    <message>
        <source>Refund · %1</source>
        <translation>退款 · %1</translation>
    </message>
    <message>
        <source>Type the last digits, or scan the customer's bill</source>
        <translation>输入单号后几位，或扫顾客的账单</translation>
    </message>
    <message>
        <source>Ends with %1</source>
        <translation>尾号 … %1</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已收款</translation>
    </message>
    <message>
        <source>All refunded</source>
        <translation>已全部退款</translation>
    </message>
    <message>
        <source>Refunded %1</source>
        <translation>已退 %1</translation>
    </message>
    <message>
        <source>Paid %1, all of it can go back</source>
        <translation>收款 %1，可全部退</translation>
    </message>
    <message>
        <source>Paid %1, %2 can still go back</source>
        <translation>收款 %1，还可退 %2</translation>
    </message>
    <message>
        <source>%1 on its way since %2</source>
        <translation>%1 退款处理中（%2 提交）</translation>
    </message>
    <message>
        <source>%1 refunded at %2</source>
        <translation>%1 已退款（%2）</translation>
    </message>
    <message>
        <source>%1 not refunded (%2)</source>
        <translation>%1 没有退成（%2）</translation>
    </message>
    <message>
        <source>%1 is stuck, see the inbox (%2)</source>
        <translation>%1 退款异常，见待处理款项（%2）</translation>
    </message>
    <message>
        <source>Above what a cashier may refund: a supervisor signs at the right.</source>
        <translation>超过收银员的退款额度，请店长在右边输入密码。</translation>
    </message>
    <message>
        <source>%1 on its way back, waiting for WeChat's answer.</source>
        <translation>%1 退款已提交，正在等微信结果。</translation>
    </message>
    <message>
        <source>Looking up the sales…</source>
        <translation>正在读取订单…</translation>
    </message>
    <message>
        <source>The sales could not be read. Press F5 to try again.</source>
        <translation>没有读到订单。按 F5 再试一次。</translation>
    </message>
    <message>
        <source>No paid sale ends with that. Check the digits on the bill.</source>
        <translation>没有这个尾号的已收款订单，请核对账单上的数字。</translation>
    </message>
    <message>
        <source>This sale is refunded already, all of it.</source>
        <translation>这一单已经全部退款。</translation>
    </message>
    <message>
        <source>This till could not save the refund, so nothing was asked. Check its disk and try again.</source>
        <translation>本机没能记下这笔退款，所以没有提交。请检查磁盘后再试。</translation>
    </message>
    <message>
        <source>Too many refunds are on their way. Wait for WeChat, then try again.</source>
        <translation>处理中的退款太多，请等微信结果后再试。</translation>
    </message>
    <message>
        <source>At most %1 can go back.</source>
        <translation>最多能退 %1。</translation>
    </message>
    <message>
        <source>%1 will go back to the customer. Press again to confirm.</source>
        <translation>将退给顾客 %1，再按一次确认。</translation>
    </message>
    <message>
        <source>This one %1</source>
        <translation>就退这一单 %1</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>退款 %1</translation>
    </message>
    <message>
        <source>Press again to refund %1</source>
        <translation>再按一次，退款 %1</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Being refunded</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Not refunded</source>
        <translation>没有退成</translation>
    </message>
    <message>
        <source>WeChat did not take it: the shop's balance is too low. Top it up, then try again.</source>
        <translation>微信没有接受：余额不足。请充值后再退。</translation>
    </message>
    <message>
        <source>More than is left of this sale. Look at its earlier refunds.</source>
        <translation>退款超过了这一单剩下的金额，请查看已退的记录。</translation>
    </message>
    <message>
        <source>This sale has been refunded in 50 parts already; WeChat takes no more.</source>
        <translation>这一单已分 50 次退款，微信不再接受。</translation>
    </message>
    <message>
        <source>More than a year has passed; WeChat takes no refund any more.</source>
        <translation>付款已超过一年，微信不再接受退款。</translation>
    </message>
    <message>
        <source>This sale was not paid, so there is nothing to give back.</source>
        <translation>这一单没有收到钱，不能退款。</translation>
    </message>
    <message>
        <source>WeChat did not take this refund; no money has moved. Call a manager.</source>
        <translation>微信没有接受这笔退款，钱没有动。请叫店长。</translation>
    </message>
    <message>
        <source>Submitted; waiting for WeChat. You can go on selling.</source>
        <translation>退款已提交，正在等微信结果。可以先继续收款。</translation>
    </message>
    <message>
        <source>WeChat is working on it, which can take a while. You can go on selling.</source>
        <translation>微信正在处理，可能要等一会儿。可以先继续收款。</translation>
    </message>
    <message>
        <source>The money has gone back the way it came.</source>
        <translation>钱已按原路退回。</translation>
    </message>
    <message>
        <source>The money went to: %1</source>
        <translation>退到 %1</translation>
    </message>
    <message>
        <source>The customer's account cannot take the money back. It waits in the inbox (Alt+I).</source>
        <translation>顾客的账户收不了这笔退款，已放入“待处理款项”（Alt+I）。</translation>
    </message>
    <message>
        <source>Another refund</source>
        <translation>再退一笔</translation>
    </message>
    <message>
        <source>To decide %1</source>
        <translation>待处理 %1</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Nothing has been decided yet</source>
        <translation>还没有处理过的款项</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>没有待处理的款项</translation>
    </message>
    <message>
        <source>Late, double and odd payments come here. They never stop a sale.</source>
        <translation>超时、重复、金额不符的付款会放在这里，不影响收款。</translation>
    </message>
    <message>
        <source>Reading the inbox…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The inbox could not be read. Press F5 to try again.</source>
        <translation>没有读到。按 F5 再试一次。</translation>
    </message>
    <message>
        <source>No answer came. Do it once more; it is never done twice.</source>
        <translation>没有等到结果。请再做一次，不会重复。</translation>
    </message>
    <message>
        <source>A supervisor has to sign for this.</source>
        <translation>这一步要店长输入密码。</translation>
    </message>
    <message>
        <source>Done: it counts as received.</source>
        <translation>已补记为已收款。</translation>
    </message>
    <message>
        <source>Done: the money is on its way back.</source>
        <translation>已提交，钱正在退回。</translation>
    </message>
    <message>
        <source>Somebody has decided about this one already.</source>
        <translation>这一笔已经有人处理了。</translation>
    </message>
    <message>
        <source>Another merchant received this money; we can't give it back.</source>
        <translation>这笔钱是别的商户收的，我们退不了。</translation>
    </message>
    <message>
        <source>That was refused; nothing has changed. Call a manager.</source>
        <translation>没有成功，什么都没有变。请叫店长。</translation>
    </message>
    <message>
        <source>Paid late</source>
        <translation>超时后到账</translation>
    </message>
    <message>
        <source>Amount differs</source>
        <translation>金额不符</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>不是本店的</translation>
    </message>
    <message>
        <source>Unknown order</source>
        <translation>没有此单</translation>
    </message>
    <message>
        <source>Refund stuck</source>
        <translation>退款异常</translation>
    </message>
    <message>
        <source>The customer paid after the order was closed.</source>
        <translation>订单已取消或超时，顾客后来又付了款。</translation>
    </message>
    <message>
        <source>The same sale was paid a second time.</source>
        <translation>同一笔销售收到了第二次付款。</translation>
    </message>
    <message>
        <source>Due %1, WeChat received %2.</source>
        <translation>应收 %1，微信到账 %2。</translation>
    </message>
    <message>
        <source>This was paid to another merchant; we cannot give it back.</source>
        <translation>这笔款付给了别的商户，我们退不了。</translation>
    </message>
    <message>
        <source>Paid for an order number that our books do not have.</source>
        <translation>收到一笔付款，但我们的账里没有这个单号。</translation>
    </message>
    <message>
        <source>A refund could not reach the customer's account.</source>
        <translation>退款没有退成：顾客的账户收不了款。</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>已线下退款</translation>
    </message>
    <message>
        <source>Counts as received</source>
        <translation>已补记</translation>
    </message>
    <message>
        <source>To the shop's card</source>
        <translation>退到商户卡</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已原路退回</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>who, when, why</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>WeChat received</source>
        <translation>微信到账</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Paid back by hand</source>
        <translation>已线下退款</translation>
    </message>
    <message>
        <source>Count as received</source>
        <translation>补记为已收款</translation>
    </message>
    <message>
        <source>To the shop's bank card</source>
        <translation>退到商户银行卡</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>原路退回</translation>
    </message>
    <message>
        <source>Choose the sale, or the reason</source>
        <translation>选订单，或选原因</translation>
    </message>
    <message>
        <source>The last digits, or the amount</source>
        <translation>单号尾号，或退款金额</translation>
    </message>
    <message>
        <source>Clear what is typed</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Go on; press twice to refund</source>
        <translation>下一步；退款要按两次</translation>
    </message>
    <message>
        <source>Read the sales again</source>
        <translation>重新读取订单</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>返回上一步</translation>
    </message>
    <message>
        <source>Choose the payment, or the reason</source>
        <translation>选款项，或选原因</translation>
    </message>
    <message>
        <source>To those that are decided, and back</source>
        <translation>看已处理的，再按返回</translation>
    </message>
    <message>
        <source>Confirm with this reason</source>
        <translation>按所选原因确认</translation>
    </message>
    <message>
        <source>Read the inbox again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Refund a sale</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Inbox: payments to decide</source>
        <translation>待处理款项</translation>
    </message>
    <message>
        <source>Choose a sale</source>
        <translation>请先选一单</translation>
    </message>
    <message>
        <source>This sale was paid twice: %1 too much waits in the inbox. Call a manager.</source>
        <translation>这一单付了两次，多收的 %1 已放入“待处理款项”。请叫店长处理。</translation>
    </message>
    <message>
        <source>A payment of %1 does not fit. Keep the goods and call a manager.</source>
        <translation>有一笔对不上的付款 %1，已放入“待处理款项”。请先别交货，叫店长处理。</translation>
    </message>
    <message>
        <source>A manager has decided: the payment for the sale of %1 goes back to the customer.</source>
        <translation>店长已处理：%1 这一单的付款退回给顾客。</translation>
    </message>
    <message>
        <source>The code before is not cleared yet, so a new one must wait. If it lasts, call a manager.</source>
        <translation>上一个收款码还没查清，暂时不能出新码。等久了请叫店长。</translation>
    </message>
    <message>
        <source>What happened, by the millisecond</source>
        <translation>经过记录（毫秒）</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>head of a column: milliseconds</comment>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Who</source>
        <comment>head of a column</comment>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <comment>head of a column</comment>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>More (%1/%2)</source>
        <translation>下一页（%1/%2）</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>存成文件</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The payment service did not answer. Press F5 to ask again.</source>
        <translation>收款服务没有回答。按 F5 再问一次。</translation>
    </message>
    <message>
        <source>There is no sale to show yet.</source>
        <translation>还没有可以看的单子。</translation>
    </message>
    <message>
        <source>Saved in the data folder as %1</source>
        <translation>已存到数据文件夹：%1</translation>
    </message>
    <message>
        <source>The file could not be written. Check the disk and try again.</source>
        <translation>文件没有写成。请检查磁盘后再试。</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收银台</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>收款服务</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>微信通知</translation>
    </message>
    <message>
        <source>Own query</source>
        <translation>主动查询</translation>
    </message>
    <message>
        <source>Pay was pressed</source>
        <translation>按下收款</translation>
    </message>
    <message>
        <source>The server was asked for a code</source>
        <translation>请求收款服务出码</translation>
    </message>
    <message>
        <source>The order came in</source>
        <translation>收款服务收到订单</translation>
    </message>
    <message>
        <source>The order is written down</source>
        <translation>订单已记下</translation>
    </message>
    <message>
        <source>WeChat was asked for a code</source>
        <translation>向微信请求出码</translation>
    </message>
    <message>
        <source>WeChat answered with a code</source>
        <translation>微信答复出码</translation>
    </message>
    <message>
        <source>The code is written down</source>
        <translation>收款码已记下</translation>
    </message>
    <message>
        <source>The server answered</source>
        <translation>收款服务已答复</translation>
    </message>
    <message>
        <source>The code is on the screen</source>
        <translation>收款码已上屏</translation>
    </message>
    <message>
        <source>WeChat was asked whether it is paid</source>
        <translation>向微信查询是否已付</translation>
    </message>
    <message>
        <source>F5 was pressed</source>
        <translation>按下 F5</translation>
    </message>
    <message>
        <source>F5 was answered</source>
        <translation>F5 有了结果</translation>
    </message>
    <message>
        <source>WeChat's notification came in</source>
        <translation>收到微信通知</translation>
    </message>
    <message>
        <source>Its signature holds</source>
        <translation>通知验签通过</translation>
    </message>
    <message>
        <source>What it says is written down</source>
        <translation>通知内容已记下</translation>
    </message>
    <message>
        <source>WeChat's notification was answered</source>
        <translation>已答复微信通知</translation>
    </message>
    <message>
        <source>Closed, not paid</source>
        <translation>已关闭，未付款</translation>
    </message>
    <message>
        <source>A person has to decide, or has decided</source>
        <translation>需店长处理，或已处理</translation>
    </message>
    <message>
        <source>Told to who waits</source>
        <translation>已告知等待方</translation>
    </message>
    <message>
        <source>The till heard it</source>
        <translation>收银台已得知</translation>
    </message>
    <message>
        <source>Green on the screen</source>
        <translation>屏幕变绿</translation>
    </message>
    <message>
        <source>The sound was started</source>
        <translation>提示音已响</translation>
    </message>
    <message>
        <source>The voice was started</source>
        <translation>语音已播</translation>
    </message>
    <message>
        <source>Cancel was pressed</source>
        <translation>按下取消</translation>
    </message>
    <message>
        <source>Parked: its end is not known yet</source>
        <translation>已挂起：结果未知</translation>
    </message>
    <message>
        <source>The server was asked to cancel</source>
        <translation>请求收款服务取消</translation>
    </message>
    <message>
        <source>WeChat was asked to close the order</source>
        <translation>向微信请求关单</translation>
    </message>
    <message>
        <source>WeChat answered the close</source>
        <translation>微信答复关单</translation>
    </message>
    <message>
        <source>WeChat was asked for a refund</source>
        <translation>向微信请求退款</translation>
    </message>
    <message>
        <source>WeChat answered the refund</source>
        <translation>微信答复退款</translation>
    </message>
    <message>
        <source>WeChat was asked how the refund goes</source>
        <translation>向微信查询退款</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有答复</translation>
    </message>
    <message>
        <source>through the relay</source>
        <translation>经中转服务器送达</translation>
    </message>
    <message>
        <source>WeChat could not be reached</source>
        <translation>连不上微信</translation>
    </message>
    <message>
        <source>not known there</source>
        <translation>微信没有这一单</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: how it went</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> · %1 times, until %2 ms</source>
        <translation> · 共 %1 次，到 %2 毫秒</translation>
    </message>
    <message>
        <source> · took %1 ms</source>
        <translation> · 用时 %1 毫秒</translation>
    </message>
    <message>
        <source>How this sale went</source>
        <translation>这一单的经过</translation>
    </message>
    <message>
        <source>PRACTICE · no real money</source>
        <comment>receipt</comment>
        <translation>练习 · 没有真的收钱</translation>
    </message>
    <message>
        <source>COPY %1  %2</source>
        <comment>receipt: how often, when</comment>
        <translation>补打 第%1次 %2</translation>
    </message>
    <message>
        <source>Cashier %1</source>
        <comment>receipt</comment>
        <translation>收银员 %1</translation>
    </message>
    <message>
        <source>No. %1</source>
        <comment>receipt</comment>
        <translation>单号 %1</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>receipt</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Item</source>
        <comment>receipt</comment>
        <translation>品名</translation>
    </message>
    <message>
        <source>Qty</source>
        <comment>receipt</comment>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <comment>receipt</comment>
        <translation>单价</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>receipt</comment>
        <translation>金额</translation>
    </message>
    <message>
        <source>%1 each</source>
        <comment>receipt</comment>
        <translation>单价 %1</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <comment>receipt</comment>
        <translation>小计</translation>
    </message>
    <message>
        <source>%1/10 of the price</source>
        <comment>receipt</comment>
        <translation>%1 折</translation>
    </message>
    <message>
        <source>Discount</source>
        <comment>receipt</comment>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Rounded off</source>
        <comment>receipt</comment>
        <translation>抹零</translation>
    </message>
    <message>
        <source>Total</source>
        <comment>receipt</comment>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 pcs</source>
        <comment>receipt</comment>
        <translation>共 %1 件</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <comment>receipt</comment>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>Cash</source>
        <comment>receipt</comment>
        <translation>现金</translation>
    </message>
    <message>
        <source>WeChat coupon</source>
        <comment>receipt</comment>
        <translation>微信优惠</translation>
    </message>
    <message>
        <source>Customer paid</source>
        <comment>receipt</comment>
        <translation>顾客实付</translation>
    </message>
    <message>
        <source>Cash received</source>
        <comment>receipt</comment>
        <translation>实收现金</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>receipt</comment>
        <translation>找零</translation>
    </message>
    <message>
        <source>REFUND</source>
        <comment>receipt</comment>
        <translation>退款</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>receipt</comment>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Of the sale's</source>
        <comment>receipt</comment>
        <translation>原单金额</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>receipt</comment>
        <translation>原因</translation>
    </message>
    <message>
        <source>Refund no. %1</source>
        <comment>receipt</comment>
        <translation>退款单号 %1</translation>
    </message>
    <message>
        <source>Sold</source>
        <comment>receipt</comment>
        <translation>原单时间</translation>
    </message>
    <message>
        <source>The money goes back the way it was paid.</source>
        <comment>receipt</comment>
        <translation>退款按原支付方式退回。</translation>
    </message>
    <message>
        <source>The money was given back at the till.</source>
        <comment>receipt</comment>
        <translation>退款已在收银台退给顾客。</translation>
    </message>
    <message>
        <source>TEST · nothing was sold</source>
        <comment>receipt</comment>
        <translation>测试 · 不是销售小票</translation>
    </message>
    <message>
        <source>Iced latte, large</source>
        <comment>receipt</comment>
        <translation>冰拿铁 大杯</translation>
    </message>
    <message>
        <source>Croissant</source>
        <comment>receipt</comment>
        <translation>可颂</translation>
    </message>
    <message>
        <source>The printer can't be reached. Check its power, its cable and what is set here.</source>
        <translation>连不上打印机。请检查电源、连线和这里的设置。</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>打印机没有纸了。</translation>
    </message>
    <message>
        <source>The printer's cover is open.</source>
        <translation>打印机上盖没有盖好。</translation>
    </message>
    <message>
        <source>The printer will not print. Look at its lights.</source>
        <translation>打印机不肯打印，请看它的指示灯。</translation>
    </message>
    <message>
        <source>The printer does not say how it is. If it never does, switch “Answers” off.</source>
        <translation>打印机不报告状态。如果它一直这样，请关掉“报状态”。</translation>
    </message>
    <message>
        <source>The test may have come out or not. Look at the printer.</source>
        <translation>测试页可能打出来了，也可能没有，请看一下打印机。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>The test has come out.</source>
        <translation>测试页已经打出。</translation>
    </message>
    <message>
        <source>The receipt as it will be printed</source>
        <translation>小票预览</translation>
    </message>
    <message>
        <source>This till has no receipt printer.</source>
        <translation>这台收银机没有小票打印机。</translation>
    </message>
    <message>
        <source>The printer can't be reached. Check its power and cable; F10 prints again.</source>
        <translation>连不上打印机。检查电源和网线后按 F10 补打。</translation>
    </message>
    <message>
        <source>Paid; the receipt failed. Check the paper, F10 reprints.</source>
        <translation>钱已收到，小票没打出来。检查纸后按 F10 补打。</translation>
    </message>
    <message>
        <source>The printer's cover is open. Close it; F10 prints again.</source>
        <translation>打印机盖子开着。盖好后按 F10 补打。</translation>
    </message>
    <message>
        <source>The printer will not print. Look at its lights; F10 prints again.</source>
        <translation>打印机不肯打印。看看它的指示灯，好了按 F10 补打。</translation>
    </message>
    <message>
        <source>The printer does not say how it is. Switch it off and on; F10 prints again.</source>
        <translation>打印机没有回应。关掉再打开，然后按 F10 补打。</translation>
    </message>
    <message>
        <source>The receipt may have come out or not. Look; if not, F10 prints a copy.</source>
        <translation>小票可能打出来了，也可能没有。看一眼，没有就按 F10 补打。</translation>
    </message>
    <message>
        <source>Nothing sold since the start. F3 finds older sales.</source>
        <translation>开机后还没有收过款。以前的单按 F3 找。</translation>
    </message>
    <message>
        <source>The server did not tell what was sold. F10 asks again.</source>
        <translation>没能从服务器读到这一单。按 F10 再试。</translation>
    </message>
    <message>
        <source>The money is in, the receipt could not be kept. F10 tries again.</source>
        <translation>钱已收到，小票没能存下。按 F10 再试。</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>打小票</translation>
    </message>
    <message>
        <source>The receipt did not come out</source>
        <translation>小票没打出来</translation>
    </message>
    <message>
        <source>The receipt may have come out or not</source>
        <translation>小票可能打出来了，也可能没有</translation>
    </message>
    <message>
        <source>A receipt was asked for</source>
        <translation>要打小票</translation>
    </message>
    <message>
        <source>Print the last receipt again</source>
        <translation>补打上一单的小票</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢惠顾</translation>
    </message>
    <message>
        <source>This till is closed for a moment</source>
        <translation>本台暂停收款</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Your payment code is coming</source>
        <translation>正在准备收款码</translation>
    </message>
    <message>
        <source>We are checking with WeChat. If you have paid, please do not pay again.</source>
        <translation>正在向微信核对。如已付款，请勿重复付款。</translation>
    </message>
    <message>
        <source>No money was taken. Please see the cashier.</source>
        <translation>没有收款，请看收银员</translation>
    </message>
    <message>
        <source>Please see the cashier</source>
        <translation>请看收银员</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>You save %1</source>
        <translation>已优惠 %1</translation>
    </message>
    <message>
        <source>and %1 more above</source>
        <translation>前面还有 %1 项</translation>
    </message>
    <message>
        <source>Practice payment · no money was taken</source>
        <translation>练习付款成功 · 没有真的扣款</translation>
    </message>
    <message>
        <source>The payment code has expired</source>
        <translation>收款码已过期</translation>
    </message>
    <message>
        <source>Payment successful</source>
        <translation>付款成功</translation>
    </message>
    <message>
        <source>The code is on the customer's screen</source>
        <translation>收款码已上顾客屏</translation>
    </message>
    <message>
        <source>This sale was not written down. Try once more, or call a manager.</source>
        <translation>这一单没有记上。请再试一次，或叫店长处理。</translation>
    </message>
    <message>
        <source>No more of it fits on this bill. Pay it first, or take something off.</source>
        <translation>这一单放不下了。请先收款，或删掉几件。</translation>
    </message>
    <message>
        <source>That discount does not fit this bill. Choose another one.</source>
        <translation>这个优惠不适用于本单，请换一个。</translation>
    </message>
    <message>
        <source>The bill of %1 is put aside.</source>
        <translation>%1 的单已挂起。</translation>
    </message>
    <message>
        <source>Twenty bills are put aside, and no more can be. Take one back first.</source>
        <translation>已挂 20 单，不能再挂。请先取回一单。</translation>
    </message>
    <message>
        <source>This till could not save the bill, so it stays here. Check its disk and try again.</source>
        <translation>本机存不下这张单，单子还在这里。请检查磁盘后再试。</translation>
    </message>
    <message>
        <source>%1 is less than the %2 due.</source>
        <translation>实收 %1 不够应收的 %2。</translation>
    </message>
    <message>
        <source>The sale of %1 before is in the books.</source>
        <translation>上一单 %1 已记账。</translation>
    </message>
    <message>
        <source>Last sale, cash</source>
        <translation>上一单 现金</translation>
    </message>
    <message>
        <source>Last sale, not checked</source>
        <translation>上一单 未核实</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Pieces: %1</source>
        <translation>共 %1 件</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>已优惠 %1</translation>
    </message>
    <message>
        <source>Discount: %1</source>
        <translation>整单 %1</translation>
    </message>
    <message>
        <source>Off the whole bill</source>
        <translation>整单优惠</translation>
    </message>
    <message>
        <source>Rounded off</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一件</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减一件</translation>
    </message>
    <message>
        <source>Take it off the bill</source>
        <translation>从单上删掉</translation>
    </message>
    <message>
        <source>%1 more lines</source>
        <translation>另有 %1 行</translation>
    </message>
    <message>
        <source>Scan a barcode to add goods</source>
        <translation>扫商品条码即可添加</translation>
    </message>
    <message>
        <source>All goods</source>
        <translation>更多商品</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>按金额</translation>
    </message>
    <message>
        <source>More groups</source>
        <translation>更多分类</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣/抹零</translation>
    </message>
    <message>
        <source>Choose, or type 8.8 and press ×, or 2 and press +</source>
        <translation>请选择；或输入 8.8 按 ×，输入 2 按 +</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <comment>a discount: that much of ten stays</comment>
        <translation>%1 折</translation>
    </message>
    <message>
        <source>Whole ¥1</source>
        <translation>抹零到元</translation>
    </message>
    <message>
        <source>Whole ¥0.1</source>
        <translation>抹零到角</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不优惠</translation>
    </message>
    <message>
        <source>of 10</source>
        <translation>打折</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>减</translation>
    </message>
    <message>
        <source>Take off %1</source>
        <translation>减 %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Held %1</source>
        <translation>取单 %1</translation>
    </message>
    <message>
        <source>Bills put aside: tap one to take it back</source>
        <translation>挂起的单：点一下即取回</translation>
    </message>
    <message>
        <source>Take back %1</source>
        <translation>取回 %1</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>way to pay</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>Cash: type what the customer hands over</source>
        <translation>现金收款：请输入实收金额</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>刚好</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Take cash %1</source>
        <translation>收现金 %1</translation>
    </message>
    <message>
        <source>Not enough yet</source>
        <translation>还不够</translation>
    </message>
    <message>
        <source>Written down by hand: nobody checks it. Look at your own device first.</source>
        <translation>手工记账（未核实）：请先在自己的设备上确认到账。</translation>
    </message>
    <message>
        <source>Write down %1</source>
        <translation>记账 %1</translation>
    </message>
    <message>
        <source>Writing it down…</source>
        <translation>正在记账…</translation>
    </message>
    <message>
        <source>Practice cash · no real money · change</source>
        <translation>练习现金收款 · 没有真的收钱 · 找零</translation>
    </message>
    <message>
        <source>Paid in cash · change</source>
        <translation>现金收款 · 找零</translation>
    </message>
    <message>
        <source>Practice cash · no real money</source>
        <translation>练习现金收款 · 没有真的收钱</translation>
    </message>
    <message>
        <source>Paid in cash</source>
        <translation>现金收款</translation>
    </message>
    <message>
        <source>Practice entry · no real money</source>
        <translation>练习记账 · 没有真的收钱</translation>
    </message>
    <message>
        <source>Written down by hand (not checked) · %1</source>
        <translation>手工记账（未核实）· %1</translation>
    </message>
    <message>
        <source>Due %1 · received %2</source>
        <translation>应收 %1 · 实收 %2</translation>
    </message>
    <message>
        <source>Discount or rounding off</source>
        <translation>折扣、抹零</translation>
    </message>
    <message>
        <source>Put the bill aside; take one back</source>
        <translation>挂单；取单</translation>
    </message>
    <message>
        <source>Cash, or paid another way</source>
        <translation>现金，或其他方式</translation>
    </message>
    <message>
        <source>Open the cash drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Goods by their place</source>
        <translation>按位置加商品</translation>
    </message>
    <message>
        <source>All goods, or the keypad</source>
        <translation>更多商品，或按金额</translation>
    </message>
    <message>
        <source>Another group of goods</source>
        <translation>换商品分类</translation>
    </message>
    <message>
        <source>Another page of goods</source>
        <translation>翻商品页</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>选一行</translation>
    </message>
    <message>
        <source>One less, one more of it</source>
        <translation>减一件、加一件</translation>
    </message>
    <message>
        <source>Orders: look one up</source>
        <translation>查订单</translation>
    </message>
    <message>
        <source>“I have paid”</source>
        <translation>核对付款</translation>
    </message>
    <message>
        <source>The customer says “I have paid” (F5)</source>
        <translation>顾客说“我付过了”（F5）</translation>
    </message>
    <message>
        <source>The customer says: “I have paid”</source>
        <translation>顾客说：“我付过了”</translation>
    </message>
    <message>
        <source>4 or more last digits of the number on the customer's bill, or scan it</source>
        <translation>输入顾客账单上单号的后 4 位或更多，或扫账单上的条码</translation>
    </message>
    <message>
        <source>The last 10 minutes</source>
        <translation>最近 10 分钟</translation>
    </message>
    <message>
        <source>No order in the last 10 minutes.</source>
        <translation>最近 10 分钟没有订单。</translation>
    </message>
    <message>
        <source>Asking WeChat…</source>
        <translation>正在问微信…</translation>
    </message>
    <message>
        <source>Ask about this order</source>
        <translation>核对这一单</translation>
    </message>
    <message>
        <source>Ask WeChat</source>
        <translation>问微信</translation>
    </message>
    <message>
        <source>Looking up the last minutes…</source>
        <translation>正在读取最近的订单…</translation>
    </message>
    <message>
        <source>The last orders could not be read. Digits can be asked about all the same.</source>
        <translation>最近的订单没读到，仍可输入单号核对。</translation>
    </message>
    <message>
        <source>At least four digits of the number, please.</source>
        <translation>请至少输入单号的后 4 位。</translation>
    </message>
    <message>
        <source>Only digits here. The bill can be scanned too.</source>
        <translation>这里只输数字，也可以扫账单上的条码。</translation>
    </message>
    <message>
        <source>That is the customer's payment code. Please scan the code on their bill.</source>
        <translation>这是顾客的付款码。请扫账单上的条码。</translation>
    </message>
    <message>
        <source>Asking WeChat about it, for 3 seconds at most…</source>
        <translation>正在向微信核实，最多 3 秒…</translation>
    </message>
    <message>
        <source>The payment service did not answer, so nothing is known. Press F5 to ask again.</source>
        <translation>收款服务没有回应，现在查不到。请按 F5 再查一次。</translation>
    </message>
    <message>
        <source>Paid: it is this order</source>
        <translation>已到账，就是这一单</translation>
    </message>
    <message>
        <source>Paid, but another order</source>
        <translation>已到账，但付的是另一单</translation>
    </message>
    <message>
        <source>Paid today</source>
        <translation>今天已到账</translation>
    </message>
    <message>
        <source>Paid on another day</source>
        <translation>是另一天的付款</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>还没有付款</translation>
    </message>
    <message>
        <source>Not found at WeChat</source>
        <translation>微信没有查到</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>暂时查不到</translation>
    </message>
    <message>
        <source>WeChat confirms it. You can hand over the goods.</source>
        <translation>微信已确认，可以交货。</translation>
    </message>
    <message>
        <source>This number is another order's of today. Please ask for the bill of this one.</source>
        <translation>这个单号是今天另一单的。请顾客打开这一单的账单。</translation>
    </message>
    <message>
        <source>WeChat confirms it, and it is in our books.</source>
        <translation>微信已确认，账上也有这一笔。</translation>
    </message>
    <message>
        <source>This number belongs to %1. Please ask for the newest bill.</source>
        <translation>这个单号是 %1 的。请顾客打开最新的账单。</translation>
    </message>
    <message>
        <source>WeChat says that this order is not paid yet. The customer can scan the code again.</source>
        <translation>微信查询结果：这一单未付款。顾客可以再扫一次收款码。</translation>
    </message>
    <message>
        <source>WeChat has no such payment; please ask the customer to open “Bill details”.</source>
        <translation>微信没有这笔收款，请顾客打开“账单详情”</translation>
    </message>
    <message>
        <source>WeChat does not answer. Keep the goods and ask again with F5 in a moment.</source>
        <translation>微信没有回应，还不知道付没付。请先别交货，过一会儿按 F5 再查。</translation>
    </message>
    <message>
        <source>Choose one of the last orders</source>
        <translation>选最近的一单</translation>
    </message>
    <message>
        <source>Last digits on the customer's bill</source>
        <translation>顾客账单上单号的后几位</translation>
    </message>
    <message>
        <source>Ask WeChat about it</source>
        <translation>问微信</translation>
    </message>
    <message>
        <source>Ask once more</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Orders (F3)</source>
        <translation>订单（F3）</translation>
    </message>
    <message>
        <source>Last digits, amount or time; or scan the customer's bill</source>
        <translation>输入单号尾号、金额或时间，或扫顾客账单上的条码</translation>
    </message>
    <message>
        <source>a number's end</source>
        <translation>单号尾号</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>%1 Mon</source>
        <translation>%1 周一</translation>
    </message>
    <message>
        <source>%1 Tue</source>
        <translation>%1 周二</translation>
    </message>
    <message>
        <source>%1 Wed</source>
        <translation>%1 周三</translation>
    </message>
    <message>
        <source>%1 Thu</source>
        <translation>%1 周四</translation>
    </message>
    <message>
        <source>%1 Fri</source>
        <translation>%1 周五</translation>
    </message>
    <message>
        <source>%1 Sat</source>
        <translation>%1 周六</translation>
    </message>
    <message>
        <source>%1 Sun</source>
        <translation>%1 周日</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All</source>
        <comment>orders</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>未收款</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Being paid</source>
        <translation>收款中</translation>
    </message>
    <message>
        <source>Partly refunded %1</source>
        <translation>部分退款 %1</translation>
    </message>
    <message>
        <source>To decide: %1</source>
        <translation>待处理：%1</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>another way</source>
        <translation>其他方式</translation>
    </message>
    <message>
        <source>Sale begun</source>
        <translation>开始收款</translation>
    </message>
    <message>
        <source>The code is made</source>
        <translation>收款码已生成</translation>
    </message>
    <message>
        <source>The code was shown</source>
        <translation>收款码已显示</translation>
    </message>
    <message>
        <source>WeChat says: paid (notification)</source>
        <translation>微信确认到账（通知）</translation>
    </message>
    <message>
        <source>WeChat says: paid (our query)</source>
        <translation>微信确认到账（查询）</translation>
    </message>
    <message>
        <source>Shown as paid</source>
        <translation>已显示收款成功</translation>
    </message>
    <message>
        <source>The sound was played</source>
        <translation>已响提示音</translation>
    </message>
    <message>
        <source>Said aloud</source>
        <translation>已语音播报</translation>
    </message>
    <message>
        <source>Receipt printed</source>
        <translation>小票已打印</translation>
    </message>
    <message>
        <source>Refunded%1</source>
        <comment>with an amount</comment>
        <translation>已退款%1</translation>
    </message>
    <message>
        <source>Refund asked for%1</source>
        <comment>with an amount</comment>
        <translation>已申请退款%1</translation>
    </message>
    <message>
        <source>The refund did not go through%1</source>
        <comment>with an amount</comment>
        <translation>退款没有成功%1</translation>
    </message>
    <message>
        <source>Looking up the orders…</source>
        <translation>正在读取订单…</translation>
    </message>
    <message>
        <source>The orders could not be read. Press F5 to try again.</source>
        <translation>订单没读到，请按 F5 重试。</translation>
    </message>
    <message>
        <source>No order fits. Try another day, or fewer digits.</source>
        <translation>没有符合的订单。换一天，或少输几位再试。</translation>
    </message>
    <message>
        <source>Type the last four digits or more, an amount like 36.5, or a time like 10:42.</source>
        <translation>请输入单号后 4 位以上、金额（如 36.5）或时间（如 10:42）。</translation>
    </message>
    <message>
        <source>Only the newest are listed. Search for less; an export has them all.</source>
        <translation>只列出最新的订单。请缩小范围；导出的文件里有全部。</translation>
    </message>
    <message>
        <source>This order has nothing left to refund.</source>
        <translation>这一单没有可退的钱。</translation>
    </message>
    <message>
        <source>This order was not paid, so it has no receipt.</source>
        <translation>这一单没有收款，没有小票可打。</translation>
    </message>
    <message>
        <source>Please finish the sale under way first.</source>
        <translation>请先完成正在收的这一单。</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>第 %1–%2 单，共 %3 单</translation>
    </message>
    <message>
        <source>‹ Newer</source>
        <translation>‹ 更新的</translation>
    </message>
    <message>
        <source>Older ›</source>
        <translation>更早的 ›</translation>
    </message>
    <message>
        <source>Choose an order to see how it went.</source>
        <translation>选一单，看它的经过。</translation>
    </message>
    <message>
        <source>F12 shows milliseconds and more</source>
        <translation>F12 查看毫秒与诊断</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Export these orders</source>
        <translation>导出这些订单</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>All that the search finds, as one file in the till's data folder. Selling goes on meanwhile.</source>
        <translation>查到的全部订单存成一个文件，放在数据文件夹里。导出时可以照常收款。</translation>
    </message>
    <message>
        <source>%1 orders written so far…</source>
        <translation>已写入 %1 单…</translation>
    </message>
    <message>
        <source>%1 orders; putting the file away…</source>
        <translation>共 %1 单，正在收尾…</translation>
    </message>
    <message>
        <source>%1 orders saved in the data folder as %2</source>
        <translation>共 %1 单，已存到数据文件夹：%2</translation>
    </message>
    <message>
        <source>Stopped; nothing was left behind.</source>
        <translation>已停止，没有留下半个文件。</translation>
    </message>
    <message>
        <source>The export failed; nothing was left behind. Check the disk and the network, then try again.</source>
        <translation>导出没有成功，没有留下半个文件。请检查磁盘和网络后再试。</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>到账时间</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>商户单号</translation>
    </message>
    <message>
        <source>WeChat's number</source>
        <translation>微信单号</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Customer paid</source>
        <translation>顾客实付</translation>
    </message>
    <message>
        <source>WeChat coupon</source>
        <translation>微信优惠</translation>
    </message>
    <message>
        <source>Till</source>
        <comment>head of a column</comment>
        <translation>收银台</translation>
    </message>
    <message>
        <source>Paid, refunded</source>
        <translation>有退款</translation>
    </message>
    <message>
        <source>Last digits, an amount or a time</source>
        <translation>单号尾号、金额或时间</translation>
    </message>
    <message>
        <source>Colon and dash of the number pad</source>
        <translation>小键盘上代替冒号和横线</translation>
    </message>
    <message>
        <source>Choose the order</source>
        <translation>选订单</translation>
    </message>
    <message>
        <source>The day before, after; today</source>
        <translation>前一天、后一天、今天</translation>
    </message>
    <message>
        <source>Keys to touch, and back</source>
        <translation>触摸按键，再按收起</translation>
    </message>
    <message>
        <source>Read the orders again</source>
        <translation>重新读取订单</translation>
    </message>
    <message>
        <source>Refund the chosen order</source>
        <translation>给选中的订单退款</translation>
    </message>
    <message>
        <source>Print its receipt again</source>
        <translation>补打它的小票</translation>
    </message>
    <message>
        <source>How it went, by the millisecond</source>
        <translation>它的经过，精确到毫秒</translation>
    </message>
    <message>
        <source>How this till is set up (Alt+S)</source>
        <translation>这台收银台的设置（Alt+S）</translation>
    </message>
    <message>
        <source>Selling</source>
        <translation>收款界面</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音与语音</translation>
    </message>
    <message>
        <source>Customer</source>
        <comment>settings</comment>
        <translation>顾客屏</translation>
    </message>
    <message>
        <source>Receipt</source>
        <comment>settings</comment>
        <translation>小票</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>门店与外观</translation>
    </message>
    <message>
        <source>Goods</source>
        <comment>settings</comment>
        <translation>商品</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>默认界面</translation>
    </message>
    <message>
        <source>Pickup numbers</source>
        <translation>取餐号</translation>
    </message>
    <message>
        <source>Ask twice above</source>
        <translation>大额确认线</translation>
    </message>
    <message>
        <source>“Paid” stays</source>
        <translation>收款成功停留</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>How loud sounds are</source>
        <translation>提示音音量</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音播报</translation>
    </message>
    <message>
        <source>How loud the voice is</source>
        <translation>语音音量</translation>
    </message>
    <message>
        <source>Say the till number</source>
        <translation>报收银台号</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>sound</comment>
        <translation>到账</translation>
    </message>
    <message>
        <source>Wrong key</source>
        <comment>sound</comment>
        <translation>按错</translation>
    </message>
    <message>
        <source>Attention</source>
        <comment>sound</comment>
        <translation>注意</translation>
    </message>
    <message>
        <source>Customer's screen</source>
        <translation>顾客屏</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>printer</comment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Baud rate</source>
        <translation>波特率</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>printer</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸宽</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切纸</translation>
    </message>
    <message>
        <source>Drawer</source>
        <comment>printer</comment>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>报状态</translation>
    </message>
    <message>
        <source>Printed words</source>
        <translation>印的文字</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>Print receipts</source>
        <translation>打印小票</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>试打一张</translation>
    </message>
    <message>
        <source>Shop's name</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Till's name</source>
        <translation>收银台名</translation>
    </message>
    <message>
        <source>Language</source>
        <comment>settings</comment>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>导入 CSV…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>settings</comment>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <comment>settings</comment>
        <translation>开</translation>
    </message>
    <message>
        <source>None</source>
        <comment>settings</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Second screen</source>
        <translation>第二屏</translation>
    </message>
    <message>
        <source>Or a window</source>
        <translation>或小窗口</translation>
    </message>
    <message>
        <source>LAN</source>
        <translation>网口</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>串口</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Name of a printer of this computer</source>
        <translation>电脑里打印机的名称</translation>
    </message>
    <message>
        <source>Address and telephone</source>
        <translation>地址和电话</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>谢谢惠顾！</translation>
    </message>
    <message>
        <source>Above that amount, Pay asks for a second press.</source>
        <translation>超过大额确认线，收款要按两次。</translation>
    </message>
    <message>
        <source>The three sounds, and a phrase that no payment has:</source>
        <translation>可以试听三种提示音和一句试播语音。</translation>
    </message>
    <message>
        <source>The second screen shows the customer the bill and the code. Without one there is nothing, or a window on this screen.</source>
        <translation>第二块屏幕给顾客看账单和收款码。没有第二块屏时不显示，或在本屏开一个窗口。</translation>
    </message>
    <message>
        <source>“Answers”: the printer can say that it has no paper. “Drawer”: a cash drawer hangs on it.</source>
        <translation>“报状态”：打印机会报告缺纸。“钱箱”：打印机上接着钱箱。</translation>
    </message>
    <message>
        <source>Names count from the next start on. How large everything is, the system's display settings say.</source>
        <translation>名称下次启动后生效。整体大小由系统的显示缩放决定。</translation>
    </message>
    <message>
        <source>%1 goods, fetched %2.</source>
        <translation>%1 种商品，%2 取得。</translation>
    </message>
    <message>
        <source>The shop's goods have not been fetched yet.</source>
        <translation>还没有取得商品列表。</translation>
    </message>
    <message>
        <source>Kept. It counts from now on.</source>
        <translation>已保存，现在起生效。</translation>
    </message>
    <message>
        <source>Kept. It counts from the next start on.</source>
        <translation>已保存，下次启动后生效。</translation>
    </message>
    <message>
        <source>It could not be written to this till's disk. Nothing has changed.</source>
        <translation>写不进本机磁盘，什么都没有改。</translation>
    </message>
    <message>
        <source>That cannot be: nothing at all, too much or too long.</source>
        <translation>不能这样设：不能为空，也不能太大或太长。</translation>
    </message>
    <message>
        <source>It is kept when it is known where the printer is.</source>
        <translation>填好打印机在哪里，才会保存。</translation>
    </message>
    <message>
        <source>The server is reading the file…</source>
        <translation>服务器正在读取文件…</translation>
    </message>
    <message>
        <source>Imported: these %1 goods are the shop's now, and no others.</source>
        <translation>已导入：店里现在就是这 %1 种商品。</translation>
    </message>
    <message>
        <source>Nothing was imported. These lines are wrong:</source>
        <translation>没有导入。下面这些行有错：</translation>
    </message>
    <message>
        <source>The server did not take the file (%1).</source>
        <translation>服务器没有接受这个文件（%1）。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>读不了这个文件。</translation>
    </message>
    <message>
        <source>The file is larger than 1 MB.</source>
        <translation>文件超过 1 MB。</translation>
    </message>
    <message>
        <source>The server did not answer. Look at the goods before the next try.</source>
        <translation>服务器没有回答。重试前请先看一下商品。</translation>
    </message>
    <message>
        <source>Fetching the goods…</source>
        <translation>正在取商品…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>文件写不到那里。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>More</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Spreadsheets (*.csv)</source>
        <translation>表格文件 (*.csv)</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>换一组</translation>
    </message>
    <message>
        <source>To the next control</source>
        <translation>到下一个控件</translation>
    </message>
    <message>
        <source>Press it</source>
        <translation>按下它</translation>
    </message>
    <message>
        <source>Keep what is typed</source>
        <translation>保存输入的内容</translation>
    </message>
    <message>
        <source>Set up this till</source>
        <translation>设置这台收银台</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>每单</translation>
    </message>
    <message>
        <source>On F10</source>
        <translation>按 F10</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>不打</translation>
    </message>
    <message>
        <source>Tills</source>
        <comment>settings</comment>
        <translation>收银台</translation>
    </message>
    <message>
        <source>Add a till…</source>
        <translation>添加收银台…</translation>
    </message>
    <message>
        <source>Join a server…</source>
        <translation>加入服务器…</translation>
    </message>
    <message>
        <source>Code</source>
        <comment>pairing</comment>
        <translation>配对码</translation>
    </message>
    <message>
        <source>“Add a till”: this till&apos;s server shows a code, with which another till joins it. “Join a server”: this till works for a server elsewhere from then on.</source>
        <translation>“添加收银台”：本机的服务器给出一个配对码，另一台收银台用它加入。“加入服务器”：这台收银台从此归别处的服务器管。</translation>
    </message>
    <message>
        <source>A code for another till</source>
        <translation>给另一台收银台的配对码</translation>
    </message>
    <message>
        <source>On the other till: settings (Alt+S), “Tills”, “Join a server”. Type this there:</source>
        <translation>在另一台收银台上：设置（Alt+S）→“收银台”→“加入服务器”，照着输入：</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>server</comment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>None: nothing leaves this computer</source>
        <translation>没有：数据不离开这台电脑</translation>
    </message>
    <message>
        <source>New code</source>
        <comment>pairing</comment>
        <translation>换一个码</translation>
    </message>
    <message>
        <source>The server is making a code…</source>
        <translation>服务器正在出配对码…</translation>
    </message>
    <message>
        <source>This address is good on this computer alone. For tills elsewhere start the server with --host, --public-name and TLS.</source>
        <translation>这个地址只能在本机上用。要让别的电脑加入，请用 --host、--public-name 和 TLS 启动服务器。</translation>
    </message>
    <message>
        <source>It is good once, for five minutes. Show it to nobody whose till it is not.</source>
        <translation>五分钟内有效，只能用一次。不要给无关的人看。</translation>
    </message>
    <message>
        <source>The five minutes are over, and this code is good no more. F6 makes a new one.</source>
        <translation>五分钟已过，这个码失效了。按 F6 换一个。</translation>
    </message>
    <message>
        <source>The server did not answer. Look at its network, then press F6.</source>
        <translation>服务器没有应答。检查网络，再按 F6。</translation>
    </message>
    <message>
        <source>The server made no code (%1). Wait a minute, then press F6.</source>
        <translation>服务器没有给出配对码（%1）。等一分钟，再按 F6。</translation>
    </message>
    <message>
        <source>Where is the server?</source>
        <translation>服务器在哪里？</translation>
    </message>
    <message>
        <source>Is it the right server?</source>
        <translation>是这个服务器吗？</translation>
    </message>
    <message>
        <source>The code that is shown there</source>
        <translation>那边显示的配对码</translation>
    </message>
    <message>
        <source>This till has joined</source>
        <translation>这台收银台已加入</translation>
    </message>
    <message>
        <source>On a till of that shop: settings (Alt+S), “Tills”, “Add a till”. It shows the address and a code.</source>
        <translation>在那家店的收银台上：设置（Alt+S）→“收银台”→“添加收银台”，会显示地址和配对码。</translation>
    </message>
    <message>
        <source>An authority that this computer knows vouches for this address. Compare the certificate all the same with what the other till shows:</source>
        <translation>本机信任的机构证明了这个地址。仍请把证书和那边显示的核对一遍：</translation>
    </message>
    <message>
        <source>Nobody vouches for this certificate. Compare all of it with what the other till shows, or the server&apos;s own screen:</source>
        <translation>没有机构为这张证书作证。请把下面每一组和那边收银台（或服务器屏幕）显示的逐一核对：</translation>
    </message>
    <message>
        <source>Small letters, blanks and a missing hyphen do not matter. This till will be called “%1” there; for another name go to “Looks” first.</source>
        <translation>小写、空格、漏了横线都没关系。这台收银台在那边叫“%1”；要换名字，先去“门店与外观”。</translation>
    </message>
    <message>
        <source>It begins anew now, as a till of that server, with that shop&apos;s people and goods.</source>
        <translation>现在重新开始：归那个服务器管，用那家店的人员和商品。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>一模一样</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>不一样</translation>
    </message>
    <message>
        <source>A sale is under way here. Finish or clear it first; then join.</source>
        <translation>这里还有一单没做完。先收完或清掉，再加入。</translation>
    </message>
    <message>
        <source>A payment of this till is not resolved yet. Wait until the strip below is quiet; then join.</source>
        <translation>这台收银台还有一笔付款没查清。等下面的状态条恢复正常，再加入。</translation>
    </message>
    <message>
        <source>A refund of this till is not at its end yet (F9). Wait for it; then join.</source>
        <translation>这台收银台还有一笔退款没有结果（F9）。等它办完，再加入。</translation>
    </message>
    <message>
        <source>Bills are put aside here (Alt+H). Take them back and finish or clear them; then join.</source>
        <translation>这里还有挂单（Alt+H）。先取回收完或清掉，再加入。</translation>
    </message>
    <message>
        <source>This till was started for one server (--server, --profile or --training). Start it without that; then join.</source>
        <translation>这台收银台启动时已指定服务器（--server、--profile 或 --training）。去掉这些参数重新启动，再加入。</translation>
    </message>
    <message>
        <source>That is no server&apos;s address. It looks like https://shop.local:8443: copy it from the other till.</source>
        <translation>这不是服务器地址。地址类似 https://shop.local:8443，请照那边收银台显示的输入。</translation>
    </message>
    <message>
        <source>To another computer it has to be https://, or others could listen. Ask for the server&apos;s https:// address.</source>
        <translation>连别的电脑必须用 https://，否则会被人偷听。请问清服务器的 https:// 地址。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Compare the address, and look whether both are on the same network.</source>
        <translation>连不上服务器。核对地址，看看两台是不是在同一个网络里。</translation>
    </message>
    <message>
        <source>Something answers there, but not safely (no TLS). Compare the address and its port.</source>
        <translation>那里有应答，但不安全（没有 TLS）。核对地址和端口。</translation>
    </message>
    <message>
        <source>Compare the two first. Then press the button itself: Tab, and Space.</source>
        <translation>请先核对。核对好了再按那个按钮：Tab，然后空格。</translation>
    </message>
    <message>
        <source>Then it is another server, or somebody is in between: nothing was sent. Compare the address, or ask who looks after the network.</source>
        <translation>那就是另一个服务器，或者有人在中间：什么都没有发出去。核对地址，或问管网络的人。</translation>
    </message>
    <message>
        <source>A code has eight letters and digits. Look at it again.</source>
        <translation>配对码是八个字母和数字。请再看一遍。</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在加入…</translation>
    </message>
    <message>
        <source>The server does not know this code. Compare it; if it is the same, have a new one shown (F6 there).</source>
        <translation>服务器不认识这个配对码。请核对；如果没错，请在那边按 F6 换一个。</translation>
    </message>
    <message>
        <source>Five minutes have gone by, so that code is over. Have a new one shown (F6 there).</source>
        <translation>已过五分钟，那个码失效了。请在那边按 F6 换一个。</translation>
    </message>
    <message>
        <source>Those were ten wrong tries: the code shown there is good no more. Have a new one shown (F6 there).</source>
        <translation>已经错了十次，那边显示的码作废了。请在那边按 F6 换一个。</translation>
    </message>
    <message>
        <source>Too many wrong tries: the server looks at no code for now. Wait a minute, then try again.</source>
        <translation>错的次数太多，服务器暂时不看配对码。等一分钟再试。</translation>
    </message>
    <message>
        <source>The server suddenly shows another certificate, so the code was not sent. Connect anew and compare.</source>
        <translation>服务器忽然换了证书，配对码没有发出去。请重新连接，再核对一遍。</translation>
    </message>
    <message>
        <source>No answer came, so the code may be used up. Have a new one shown (F6 there), and type that.</source>
        <translation>没有收到应答，这个码可能已经用掉。请在那边按 F6 换一个，输入新的。</translation>
    </message>
    <message>
        <source>The server did not take this till (%1). Have a new code shown, or ask who looks after it.</source>
        <translation>服务器没有接受这台收银台（%1）。请换一个码，或问管服务器的人。</translation>
    </message>
    <message>
        <source>What this till kept of an earlier server has an open payment in it. Start it with that server once (--server), until it is resolved.</source>
        <translation>这台收银台在以前的服务器上还有没结清的账。请先用那个服务器启动一次（--server），结清后再加入。</translation>
    </message>
    <message>
        <source>Another ScanTill on this computer is a till of a server already. Close that one; then join.</source>
        <translation>本机上另一个 ScanTill 已经是别的服务器的收银台。先关掉它，再加入。</translation>
    </message>
    <message>
        <source>It could not be written to this till&apos;s disk. Make room there, and join with a new code.</source>
        <translation>写不进这台收银台的磁盘。腾出空间，再用新的配对码加入。</translation>
    </message>
</context>
</TS>

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
        <source>Already paid %1, so it can't be cancelled. For a refund, call a manager.</source>
        <translation>顾客已付款 %1，不能取消。要退钱请找店长。</translation>
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
        <source>Items: %1</source>
        <translation>共 %1 笔</translation>
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
</context>
</TS>

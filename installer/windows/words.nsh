; SPDX-License-Identifier: GPL-3.0-or-later
; Every word the installer says that is not NSIS's own.
!macro WORDS NAME ENGLISH CHINESE
    LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
    LangString ${NAME} ${LANG_SIMPCHINESE} "${CHINESE}"
!macroend
!define WORDS "!insertmacro WORDS"

${WORDS} PartTill "ScanTill (needed)" "ScanTill（必需）"
${WORDS} PartDesktop "Icon on the desktop" "桌面图标"
${WORDS} PartAutostart "Start with Windows" "随 Windows 启动"
${WORDS} PartKiosk "Full screen (kiosk)" "全屏（专用收款机）"
${WORDS} PartShared "Other tills use this one's server" "其他收款机使用本机的服务器"
${WORDS} PartPurge "Delete the shop's books and settings, too" "同时删除店铺账目和设置"

${WORDS} AboutTill "The till, with all it needs." "收款程序及其所需的全部文件。"
${WORDS} AboutDesktop "For all users of this machine." "供本机所有用户使用。"
${WORDS} AboutAutostart "The till opens when somebody signs in." "有人登录时自动打开收款机。"
${WORDS} AboutKiosk "The till covers the screen and asks for a PIN before it closes. Windows' own keys still work." "收款机占满屏幕，关闭需要输入 PIN。Windows 自己的快捷键仍然有效。"
${WORDS} AboutShared "Lets other machines of a private or domain network reach the till and its server through Windows' firewall." "允许专用网络或域网络中的其他机器通过 Windows 防火墙访问本机收款机及其服务器。"
${WORDS} AboutPurge "Of all users of this machine: orders, payments, refunds, settings. This cannot be undone." "包括本机所有用户的订单、收款、退款和设置。删除后无法恢复。"

${WORDS} NeedsWindows "ScanTill needs Windows 10 or newer, 64 bits." "ScanTill 需要 64 位的 Windows 10 或更新版本。"
${WORDS} IsRunning "ScanTill is running. Close it, and start this again. Nothing was changed." "ScanTill 正在运行。请先关闭它，然后重新运行本程序。未作任何更改。"
${WORDS} IsNewer "A newer ScanTill is installed. Remove it first; the shop's data stays. Nothing was changed." "已安装更新版本的 ScanTill。请先卸载它，店铺数据会保留。未作任何更改。"
${WORDS} DoesNotStart "The new ScanTill does not start on this machine. What was installed before is left as it was." "新版 ScanTill 无法在本机启动。原有安装保持不变。"
${WORDS} NotPlaced "The new files could not be put in their place. What was installed before is left as it was." "无法放置新文件。原有安装保持不变。"
${WORDS} NotGuarded "$R0 could not be kept for administrators. What was installed before is left as it was." "无法将 $R0 限制为仅管理员可更改。原有安装保持不变。"
${WORDS} NotOurs "$INSTDIR is not ScanTill's: there is something in it, or it leads elsewhere. Take another folder, or empty this one. Nothing was changed." "$INSTDIR 不是 ScanTill 的文件夹：其中已有内容，或指向别处。请另选文件夹，或先清空它。未作任何更改。"
${WORDS} NotPutBack "The version before could not be put back into its place; it is kept in $INSTDIR\app.old. Close what may use it, or start Windows anew; then start this again." "原有版本无法放回原处，保留在 $INSTDIR\app.old。请关闭可能占用它的程序，或重新启动 Windows，然后重新运行本程序。"
${WORDS} SettingsThere "$APPDATA\${NAME} was there before ScanTill, and anybody may have made it. Look at what is in it, move it away, and start this again. What was installed before is left as it was." "$APPDATA\${NAME} 在安装 ScanTill 之前就已存在，可能由任何人创建。请查看其内容，移走后重新运行本程序。原有安装保持不变。"
${WORDS} NoAnswerFile "The answer file was not found. It is given as /ANSWERS=FILE, with quotes around it where there are blanks." "找不到应答文件。写法为 /ANSWERS=文件，路径中有空格时请加引号。"
${WORDS} NoAnswers "The answer file was refused: " "应答文件未被接受："
${WORDS} AnswersAlone "With /ANSWERS, the file says whether the till starts by itself and in full screen: leave out /AUTOSTART and /KIOSK." "使用 /ANSWERS 时，自动启动和全屏由该文件决定：请去掉 /AUTOSTART 和 /KIOSK。"
${WORDS} AnswersThere "This machine has its answers already (%ProgramData%\ScanTill\shop.conf), and they say otherwise. To change them, use /ANSWERS." "本机已有应答设置（%ProgramData%\ScanTill\shop.conf），与所给选项不同。如需更改，请使用 /ANSWERS。"
${WORDS} NoFirewall "Windows' firewall did not take the rule, so other tills cannot reach this one yet." "Windows 防火墙未接受该规则，其他收款机暂时无法访问本机。"
${WORDS} NotRegistered "ScanTill is installed, but its start menu or its place in Windows' list of programs could not be written." "ScanTill 已安装，但开始菜单或 Windows 程序列表中的登记无法写入。"
${WORDS} NotRemoved "Some of ScanTill's files could not be removed ($INSTDIR\app.old). Close what may use them, or start Windows anew; then start this again." "部分 ScanTill 文件无法删除（$INSTDIR\app.old）。请关闭可能占用它们的程序，或重新启动 Windows，然后重新运行本程序。"
${WORDS} NotPurged "Some of the shop's data could not be deleted:" "部分店铺数据无法删除："

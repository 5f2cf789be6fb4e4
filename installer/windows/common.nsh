; SPDX-License-Identifier: GPL-3.0-or-later
; What installing and removing share. UN is nothing or "un.".

; Says why it ends, to whoever is there: in a box, or in the log that a silent one leaves.
!macro END_WITH CODE WORDS
    StrCpy $R9 `${WORDS}`
    SetErrorLevel ${CODE}
    Call ${UN}SayWhy
    Abort
!macroend
!define EndWith "!insertmacro END_WITH"

!macro COMMON
Function ${UN}SayWhy
    DetailPrint "$R9"
    Call ${UN}Note
    MessageBox MB_OK|MB_ICONSTOP "$R9" /SD IDOK
FunctionEnd

; A line of the log: UTF-16, as Windows' own tools write theirs.
Function ${UN}Note
    Push $0
    IfFileExists "$TEMP\scantill-setup.log" +4
    FileOpen $0 "$TEMP\scantill-setup.log" w
    FileWriteUTF16LE /BOM $0 ""
    FileClose $0
    FileOpen $0 "$TEMP\scantill-setup.log" a
    FileSeek $0 0 END
    FileWriteUTF16LE $0 "${VERSION}: $R9$\r$\n"
    FileClose $0
    Pop $0
FunctionEnd

; The rule is made anew each time, so that there is never more than one. Errors: it was not taken.
Function ${UN}CloseFirewall
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name=${NAME}'
    Pop $0
FunctionEnd
!macroend

!define UN ""
!insertmacro COMMON
!undef UN
!define UN "un."
!insertmacro COMMON
!undef UN

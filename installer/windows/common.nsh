; SPDX-License-Identifier: GPL-3.0-or-later
; What installing and removing share. UN is nothing or "un.".

; For another program: one that hangs counts as one that failed. It may go on, for nsExec ends only a helper in between.
!define PATIENCE /TIMEOUT=60000

; Says why it ends, to whoever is there: in a box, or in the log that a silent one leaves.
!macro END_WITH CODE WORDS
    StrCpy $R9 `${WORDS}`
    SetErrorLevel ${CODE}
    Call ${UN}SayWhy
    Abort
!macroend
!define EndWith "!insertmacro END_WITH"

; A virus scanner, or a program that has just ended, may hold a file a little longer: for five seconds it is tried again. The error flag
; says that it did not help.
!macro PATIENTLY COMMAND
    Push $9
    ${For} $9 1 20
        ClearErrors
        ${COMMAND}
        ${IfNot} ${Errors}
            ${ExitFor}
        ${EndIf}
        Sleep 250
    ${Next}
    ${If} $9 > 20
        SetErrors
    ${EndIf}
    Pop $9
!macroend
!macro RENAME FROM TO
    ClearErrors
    ${If} ${FileExists} "${FROM}\*.*"
        !insertmacro PATIENTLY `Rename "${FROM}" "${TO}"`
    ${EndIf}
!macroend
!macro REMOVE FOLDER
    ClearErrors
    ${If} ${FileExists} "${FOLDER}\*.*"
        !insertmacro PATIENTLY `RMDir /r "${FOLDER}"`
    ${EndIf}
!macroend
!define MoveFolder "!insertmacro RENAME"
!define RemoveFolder "!insertmacro REMOVE"

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

; Sets the error flag while a program of the folder "app" runs: Windows lets nobody write to one that does.
Function ${UN}LookForRunning
    ClearErrors
    FindFirst $0 $1 "$INSTDIR\app\*.exe"
    ${DoWhile} $1 != ""
        ClearErrors
        FileOpen $2 "$INSTDIR\app\$1" a
        ${If} ${Errors}
            ${ExitDo}
        ${EndIf}
        FileClose $2
        FindNext $0 $1
    ${Loop}
    StrCpy $3 $1 ; of the last one found, if it runs
    FindClose $0
    ClearErrors
    ${If} $3 != ""
        SetErrors
    ${EndIf}
FunctionEnd

; The rules, which have one name, are made anew each time, so that none is there twice.
Function ${UN}CloseFirewall
    nsExec::Exec ${PATIENCE} '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name=${NAME}'
    Pop $0
FunctionEnd
!macroend

!define UN ""
!insertmacro COMMON
!undef UN
!define UN "un."
!insertmacro COMMON
!undef UN

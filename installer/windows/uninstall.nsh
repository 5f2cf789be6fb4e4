; SPDX-License-Identifier: GPL-3.0-or-later
; Removing. The shop's books are left where they are, unless somebody asks for their end in so many words.
!define UN "un."

Section "un.$(PartTill)" unTill
    SectionIn RO
    SetOutPath "$WINDIR"
    Call un.LookForRunning
    ${IfNot} ${Errors}
        ${MoveFolder} "$INSTDIR\app" "$INSTDIR\app.old"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\app\*.*"
        ${EndWith} ${EXIT_RUNNING} "$(IsRunning)"
    ${EndIf}
    ${RemoveFolder} "$INSTDIR\app.new"
    ${RemoveFolder} "$INSTDIR\app.old"
    ${If} ${Errors} ; Windows goes on offering the removal
        ${EndWith} ${EXIT_FAILED} "$(NotRemoved)"
    ${EndIf}
    ReadRegDWORD $0 HKLM "${OWN_KEY}" Shared
    ${If} $0 == 1
        Call un.CloseFirewall
    ${EndIf}
    RMDir /r "$SMPROGRAMS\${NAME}"
    Delete "$DESKTOP\${NAME}.lnk"
    DeleteRegValue HKLM "${RUN_KEY}" "${NAME}"
    DeleteRegKey HKLM "${UNINSTALL_KEY}"
    DeleteRegValue HKLM "${OWN_KEY}" Shared
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    RMDir "$APPDATA\${NAME}" ; if there is nothing in it
    Call un.ForgetGuarded
SectionEnd

; Everybody's: each user of the machine has a till's data of his own.
Section /o "un.$(PartPurge)" unPurge
    StrCpy $R0 "$APPDATA\${NAME}"
    Call un.Purge
    Call un.ForgetGuarded
    StrCpy $1 0
next:
    EnumRegKey $2 HKLM "Software\Microsoft\Windows NT\CurrentVersion\ProfileList" $1
    ${If} $2 != ""
        IntOp $1 $1 + 1
        ReadRegStr $3 HKLM "Software\Microsoft\Windows NT\CurrentVersion\ProfileList\$2" ProfileImagePath
        ExpandEnvStrings $3 $3
        ${If} $3 != ""
            StrCpy $R0 "$3\AppData\Local\scantill"
            Call un.Purge
        ${EndIf}
        Goto next
    ${EndIf}
    ${If} $R8 != ""
        ${EndWith} ${EXIT_FAILED} "$(NotPurged)$R8"
    ${EndIf}
SectionEnd

; The folder $R0, or a word about it in $R8. One that leads elsewhere stays: each user may make such a link, to what is not theirs.
Function un.Purge
    ${If} ${FileExists} "$R0"
        ${GetFileAttributes} "$R0" REPARSE_POINT $0
        ${If} $0 == 0
            Call un.RemoveTree
        ${EndIf}
        ${If} ${FileExists} "$R0"
            StrCpy $R8 "$R8 $R0"
        ${EndIf}
    ${EndIf}
FunctionEnd

; The folder $R0, and of links in it only the links; NSIS's own RMDir /r would empty what they lead to.
Function un.RemoveTree
    Push $0
    Push $1
    FindFirst $0 $1 "$R0\*.*"
    ${DoWhile} $1 != ""
        ${If} $1 != "."
        ${AndIf} $1 != ".."
            Push $R0
            StrCpy $R0 "$R0\$1"
            ${GetFileAttributes} "$R0" REPARSE_POINT $1
            ${If} $1 == 0
            ${AndIf} ${FileExists} "$R0\*.*"
                Call un.RemoveTree
            ${Else}
                RMDir "$R0"
                Delete "$R0"
            ${EndIf}
            Pop $R0
        ${EndIf}
        FindNext $0 $1
    ${Loop}
    FindClose $0
    RMDir "$R0"
    Pop $1
    Pop $0
FunctionEnd

; That the folder of the machine's settings is ours is known as long as it is there.
Function un.ForgetGuarded
    ${IfNot} ${FileExists} "$APPDATA\${NAME}"
        DeleteRegKey HKLM "${OWN_KEY}"
    ${EndIf}
FunctionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
    !insertmacro MUI_DESCRIPTION_TEXT ${unTill} "$(AboutTill)"
    !insertmacro MUI_DESCRIPTION_TEXT ${unPurge} "$(AboutPurge)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
    SetRegView 64
    SetShellVarContext all
    !insertmacro MUI_UNGETLANGUAGE
    ReadRegStr $0 HKLM "${UNINSTALL_KEY}" InstallLocation
    ${If} $0 != ""
        StrCpy $INSTDIR $0
    ${EndIf}
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/PURGE" $1
    ${IfNot} ${Errors}
        !insertmacro SelectSection ${unPurge}
    ${EndIf}
FunctionEnd
!undef UN

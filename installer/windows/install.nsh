; SPDX-License-Identifier: GPL-3.0-or-later
; Installing, and upgrading in place. The new files are laid beside the old ones in app.new and must start there; only then do the two
; folders change places, which Windows refuses while a program in them runs. Until the last step there is a way back.
!define UN ""
Var Answers ; the answer file, or nothing

!macro TICK SECTION OPTION ; ticks the section when the command line has the option
    ClearErrors
    ${GetOptions} $0 "/${OPTION}" $1
    ${IfNot} ${Errors}
        ${If} $1 == "=no"
            !insertmacro UnselectSection ${SECTION}
        ${Else}
            !insertmacro SelectSection ${SECTION}
        ${EndIf}
    ${EndIf}
!macroend

!macro AS_ANSWERED SECTION KEY ; the machine's answers stay: a tick that says the same is nothing new, another one is refused
    SectionGetFlags ${SECTION} $1
    IntOp $1 $1 & ${SF_SELECTED}
    ${If} $1 != 0
        ${ConfigRead} "$APPDATA\${NAME}\shop.conf" "${KEY} = " $1
        ${If} $1 != "yes"
            ${EndWith} ${EXIT_ANSWERS} "$(AnswersThere)"
        ${EndIf}
    ${EndIf}
    !insertmacro UnselectSection ${SECTION}
    SectionSetText ${SECTION} ""
!macroend

!macro OPEN_FIREWALL FILE
    nsExec::Exec ${PATIENCE} '"$SYSDIR\netsh.exe" advfirewall firewall add rule name=${NAME} dir=in action=allow protocol=TCP \
        profile=private,domain program="$INSTDIR\app\${FILE}"'
    Pop $0
    ${If} $0 != 0
        ${EndWith} ${EXIT_FIREWALL} "$(NoFirewall)"
    ${EndIf}
!macroend

Section "$(PartTill)" partTill
    SectionIn RO
    Call TakeFolder
    Call Recover
    SetOutPath "$INSTDIR\app.new"
    ClearErrors
    File /r "${PAYLOAD}\*"
    ${If} ${Errors}
        Call Clear
        ${EndWith} ${EXIT_FAILED} "$(NotPlaced)"
    ${EndIf}
    SetOutPath "$WINDIR" ; a folder that somebody works in, as do the programs started here, can neither be renamed nor removed
    Call TryNew
    Call Guard
    Call ChangePlaces
    Call TakeAnswers
    ${RemoveFolder} "$INSTDIR\app.old"
    Call Register
SectionEnd

Section /o "$(PartDesktop)" partDesktop
    SetOutPath "$INSTDIR\app" ; a shortcut starts its program there
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\app\${PROGRAM}" "--alert"
    SetOutPath "$WINDIR"
SectionEnd
Section /o "$(PartAutostart)" partAutostart
SectionEnd ; what is ticked here goes into the shop's defaults, see TakeAnswers
Section /o "$(PartKiosk)" partKiosk
SectionEnd

Section /o "$(PartShared)" partShared
    Call CloseFirewall
    !insertmacro OPEN_FIREWALL ${PROGRAM}
    !insertmacro OPEN_FIREWALL ${SERVER}
    WriteRegDWORD HKLM "${OWN_KEY}" Shared 1
SectionEnd

Section -notShared ; an upgrade that is told so takes the rule back
    SectionGetFlags ${partShared} $0
    IntOp $0 $0 & ${SF_SELECTED}
    ReadRegDWORD $1 HKLM "${OWN_KEY}" Shared
    ${If} $0 == 0
    ${AndIf} $1 == 1
        Call CloseFirewall
        WriteRegDWORD HKLM "${OWN_KEY}" Shared 0
    ${EndIf}
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
    !insertmacro MUI_DESCRIPTION_TEXT ${partTill} "$(AboutTill)"
    !insertmacro MUI_DESCRIPTION_TEXT ${partDesktop} "$(AboutDesktop)"
    !insertmacro MUI_DESCRIPTION_TEXT ${partAutostart} "$(AboutAutostart)"
    !insertmacro MUI_DESCRIPTION_TEXT ${partKiosk} "$(AboutKiosk)"
    !insertmacro MUI_DESCRIPTION_TEXT ${partShared} "$(AboutShared)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
    SetRegView 64
    SetShellVarContext all
    !insertmacro MUI_LANGDLL_DISPLAY
    ${IfNot} ${AtLeastWin10}
    ${OrIfNot} ${RunningX64}
        ${EndWith} ${EXIT_WINDOWS} "$(NeedsWindows)"
    ${EndIf}
    ReadRegStr $0 HKLM "${UNINSTALL_KEY}" DisplayVersion
    ${If} $0 != ""
        ${VersionCompare} $0 "${VERSION}" $1
        ${If} $1 == 1
            ${EndWith} ${EXIT_NEWER} "$(IsNewer)"
        ${EndIf}
        ReadRegStr $0 HKLM "${UNINSTALL_KEY}" InstallLocation
        ${If} $0 != ""
            StrCpy $INSTDIR $0
        ${EndIf}
        ${If} ${FileExists} "$DESKTOP\${NAME}.lnk"
            !insertmacro SelectSection ${partDesktop}
        ${EndIf}
        ReadRegDWORD $1 HKLM "${OWN_KEY}" Shared
        ${If} $1 == 1
            !insertmacro SelectSection ${partShared}
        ${EndIf}
    ${EndIf}
    ${GetParameters} $0
    Call Unquote
    !insertmacro TICK ${partDesktop} DESKTOP
    !insertmacro TICK ${partAutostart} AUTOSTART
    !insertmacro TICK ${partKiosk} KIOSK
    !insertmacro TICK ${partShared} SHARED
    ${GetOptions} $0 "/ANSWERS=" $Answers
    GetFullPathName $Answers $Answers ; nothing, where there is no such file
    ${WordReplace} $0 "/ANSWERS" "" "+" $1
    ${If} $1 != $0
    ${AndIf} $Answers == ""
        ${EndWith} ${EXIT_ANSWERS} "$(NoAnswerFile)"
    ${EndIf}
    SectionGetFlags ${partAutostart} $1
    SectionGetFlags ${partKiosk} $2
    IntOp $1 $1 | $2
    IntOp $1 $1 & ${SF_SELECTED}
    ${If} $1 != 0
    ${AndIf} $Answers != ""
        ${EndWith} ${EXIT_ANSWERS} "$(AnswersAlone)"
    ${EndIf}
    ReadRegDWORD $1 HKLM "${OWN_KEY}" Guarded
    ${If} $1 == 1
    ${AndIf} ${FileExists} "$APPDATA\${NAME}\shop.conf" ; the machine has its answers, which a tick would replace as a whole
        !insertmacro AS_ANSWERED ${partAutostart} autostart
        !insertmacro AS_ANSWERED ${partKiosk} kiosk
    ${EndIf}
FunctionEnd

; Some callers put the whole of an option between quotes, where GetOptions does not look: of $0, "/OPTION" becomes /OPTION.
Function Unquote
next:
    ${WordFind2X} $0 '"/' '"' "E+1" $1
    IfErrors done
    ${WordReplace} $0 '"/$1"' '/$1' "+1" $0
    Goto next
done:
FunctionEnd

Function SkipIfInstalled ; the page of the folder: an upgrade stays where the version before is
    ReadRegStr $0 HKLM "${UNINSTALL_KEY}" DisplayVersion
    ${If} $0 != ""
        Abort
    ${EndIf}
FunctionEnd

Function .onInstFailed
    Call Clear
FunctionEnd

; The folder is ScanTill's from the first file on, and the registry says so, also after a power cut. What is in another one may be another
; program's, and a link may lead anywhere. An empty one is made anew, for it may have been granted to somebody.
Function TakeFolder
    ReadRegStr $0 HKLM "${UNINSTALL_KEY}" InstallLocation
    ${If} $0 != $INSTDIR
        ${GetFileAttributes} "$INSTDIR" REPARSE_POINT $1
        ${If} $1 != 1
            ${GetSize} "$INSTDIR" "/G=0" $1 $2 $3
            ${If} "$2 $3" == "1 0" ; an uninstaller that ran in its own place (_?=) stays behind
                Delete "$INSTDIR\uninstall.exe"
            ${EndIf}
            RMDir "$INSTDIR"
        ${EndIf}
        ${If} ${FileExists} "$INSTDIR"
            ${EndWith} ${EXIT_FAILED} "$(NotOurs)"
        ${EndIf}
        WriteRegStr HKLM "${UNINSTALL_KEY}" InstallLocation "$INSTDIR"
    ${EndIf}
    StrCpy $R0 "$INSTDIR"
    Call KeepForAdministrators
    ${If} ${Errors}
        Call Clear
        ${EndWith} ${EXIT_FAILED} "$(NotGuarded)"
    ${EndIf}
FunctionEnd

; What a run that was cut short (a power cut) left: the version before it, if it had been moved away already.
Function Recover
    ${IfNot} ${FileExists} "$INSTDIR\app\*.*"
        Call PutBack
    ${EndIf}
    ${RemoveFolder} "$INSTDIR\app.old"
    ${RemoveFolder} "$INSTDIR\app.new"
FunctionEnd

; The version before, if there is one. Where something holds it, it stays in app.old, and the next run tries again.
Function PutBack
    ${MoveFolder} "$INSTDIR\app.old" "$INSTDIR\app"
    ${If} ${Errors}
        Call Clear
        ${EndWith} ${EXIT_FAILED} "$(NotPutBack)"
    ${EndIf}
FunctionEnd

; Of the version that did not get in. A first installation leaves nothing at all; of a folder that is not ours nothing is touched.
Function Clear
    SetOutPath "$WINDIR"
    Push $0
    ReadRegStr $0 HKLM "${UNINSTALL_KEY}" InstallLocation
    ${If} $0 == $INSTDIR
        ${RemoveFolder} "$INSTDIR\app.new"
        RMDir "$INSTDIR" ; if there is nothing in it
        ${IfNot} ${FileExists} "$INSTDIR"
            DeleteRegKey HKLM "${UNINSTALL_KEY}"
        ${EndIf}
    ${EndIf}
    Pop $0
FunctionEnd

; The new one starts on this machine, and takes the answer file: before anything is touched.
Function TryNew
    nsExec::ExecToStack ${PATIENCE} '"$INSTDIR\app.new\${PROGRAM}" --version'
    Pop $0
    Pop $1
    ${If} $0 != 0
        Call Clear
        ${EndWith} ${EXIT_FAILED} "$(DoesNotStart)"
    ${EndIf}
    ${If} $Answers != ""
        nsExec::ExecToStack ${PATIENCE} '"$INSTDIR\app.new\${PROGRAM}" --check-answers "$Answers"'
        Pop $0
        Pop $1
        ${If} $0 != 0
            Call Clear
            ${TrimNewLines} $1 $1
            ${EndWith} ${EXIT_ANSWERS} "$(NoAnswers)$1"
        ${EndIf}
    ${EndIf}
FunctionEnd

; Windows lets every user make folders in ProgramData, and files in them; what all tills of the machine begin with is for administrators
; to say. So the folder is made here, and the registry says so: one that was there before may hold anything, and lead anywhere.
Function Guard
    ReadRegDWORD $1 HKLM "${OWN_KEY}" Guarded
    StrCpy $R0 "$APPDATA\${NAME}"
    ${If} $1 != 1
    ${AndIf} ${FileExists} "$R0"
        Call Clear
        ${EndWith} ${EXIT_FAILED} "$(SettingsThere)"
    ${EndIf}
    Call KeepForAdministrators
    ${If} ${Errors}
        ${If} $1 != 1
            RMDir "$R0"
        ${EndIf}
        Call Clear
        ${EndWith} ${EXIT_FAILED} "$(NotGuarded)"
    ${EndIf}
    ${DirState} "$R0" $0
    ${If} $1 != 1
    ${AndIf} $0 != 0 ; somebody was quicker
        Call Clear
        ${EndWith} ${EXIT_FAILED} "$(SettingsThere)"
    ${EndIf}
    WriteRegDWORD HKLM "${OWN_KEY}" Guarded 1
FunctionEnd

; In the folder $R0 nobody else writes, also where its own folder (a drive, ProgramData) lets everybody. Sets the error flag if in vain.
!macro ICACLS ORDER
    nsExec::Exec ${PATIENCE} '"$SYSDIR\icacls.exe" "$R0" ${ORDER} /Q'
    Pop $0
    ${If} $0 != 0 ; or "error" or "timeout"
        SetErrors
    ${EndIf}
!macroend
Function KeepForAdministrators
    ClearErrors
    CreateDirectory "$R0"
    !insertmacro ICACLS "/setowner *S-1-5-32-544"
    !insertmacro ICACLS "/inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX"
FunctionEnd

Function ChangePlaces
    IfFileExists "$INSTDIR\app\*.*" 0 new
    Call LookForRunning
    IfErrors running
    ${MoveFolder} "$INSTDIR\app" "$INSTDIR\app.old"
    IfErrors 0 new
running:
    Call Clear
    ${EndWith} ${EXIT_RUNNING} "$(IsRunning)"
new:
    ${MoveFolder} "$INSTDIR\app.new" "$INSTDIR\app"
    IfErrors 0 done
    Call PutBack
    Call Clear
    ${EndWith} ${EXIT_FAILED} "$(NotPlaced)"
done:
FunctionEnd

; The shop's defaults: from the answer file or, where there are none yet, from what was ticked. Otherwise they are left alone.
Function TakeAnswers
    SectionGetFlags ${partAutostart} $0
    SectionGetFlags ${partKiosk} $1
    IntOp $2 $0 | $1
    IntOp $2 $2 & ${SF_SELECTED}
    ${If} $Answers == ""
    ${AndIf} $2 != 0
        IntOp $0 $0 & ${SF_SELECTED}
        IntOp $1 $1 & ${SF_SELECTED}
        InitPluginsDir
        StrCpy $Answers "$PLUGINSDIR\answers"
        FileOpen $3 "$Answers" w
        ${If} $0 != 0
            FileWrite $3 "autostart = yes$\n"
        ${EndIf}
        ${If} $1 != 0
            FileWrite $3 "kiosk = yes$\n"
        ${EndIf}
        FileClose $3
    ${EndIf}
    ${If} $Answers == ""
        Return
    ${EndIf}
    nsExec::ExecToStack ${PATIENCE} '"$INSTDIR\app\${PROGRAM}" --apply-answers "$Answers"'
    Pop $0
    Pop $1
    ${If} $0 != 0
        ${MoveFolder} "$INSTDIR\app" "$INSTDIR\app.new"
        Call PutBack
        Call Clear
        ${TrimNewLines} $1 $1
        ${EndWith} ${EXIT_ANSWERS} "$(NoAnswers)$1"
    ${EndIf}
FunctionEnd

; The till decides itself whether it starts by itself: --autostart ends at once unless the shop's defaults say yes.
Function Register
    ClearErrors ; and whatever of this fails, the rest is done
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateDirectory "$SMPROGRAMS\${NAME}"
    SetOutPath "$INSTDIR\app" ; a shortcut starts its program there
    CreateShortcut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\app\${PROGRAM}" "--alert"
    CreateShortcut "$SMPROGRAMS\${NAME}\${NAME} (kiosk).lnk" "$INSTDIR\app\${PROGRAM}" "--kiosk --alert"
    CreateShortcut "$SMPROGRAMS\${NAME}\${NAME} (training).lnk" "$INSTDIR\app\${PROGRAM}" "--training --alert"
    SetOutPath "$WINDIR"
    WriteRegStr HKLM "${RUN_KEY}" "${NAME}" '"$INSTDIR\app\${PROGRAM}" --autostart --alert'
    WriteRegStr HKLM "${UNINSTALL_KEY}" DisplayName "${NAME}"
    WriteRegStr HKLM "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
    WriteRegStr HKLM "${UNINSTALL_KEY}" Publisher "${PUBLISHER}"
    WriteRegStr HKLM "${UNINSTALL_KEY}" DisplayIcon "$INSTDIR\app\${PROGRAM}"
    WriteRegStr HKLM "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKLM "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKLM "${UNINSTALL_KEY}" NoModify 1
    WriteRegDWORD HKLM "${UNINSTALL_KEY}" NoRepair 1
    ${If} ${Errors}
        ${EndWith} ${EXIT_REGISTER} "$(NotRegistered)"
    ${EndIf}
    ${GetSize} "$INSTDIR\app" "/S=0K" $0 $1 $2
    WriteRegDWORD HKLM "${UNINSTALL_KEY}" EstimatedSize $0
FunctionEnd
!undef UN

; SPDX-License-Identifier: GPL-3.0-or-later
; The installer for Windows 10 and newer, x64, for all users of the machine. Made by build.ps1 on Windows and by package.sh elsewhere:
;   makensis -DVERSION=1.2.3 -DPAYLOAD=FOLDER -DOUTFILE=FILE -DICON=FILE -DLICENCE=FILE scantill.nsi
; With -DSIGN=PROGRAM, that one is run with the path of the uninstaller, and of the setup, to sign it.
; On Windows, makensis finds a file only by a path with backslashes; elsewhere it takes them, too.
; What it takes on its command line, and its exit codes: README.md beside this file.
!ifndef TARGET
    !define TARGET amd64-unicode ; Debian's; a stub of 32 bits does nothing where no such programs run
!endif
Target ${TARGET}
Unicode true
SetCompressor /SOLID lzma
ManifestSupportedOS Win10
ManifestDPIAware true
RequestExecutionLevel admin
!addincludedir "${__FILEDIR__}"

!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include TextFunc.nsh
!include Sections.nsh

!define NAME ScanTill
!define PUBLISHER "The ScanTill developers"
!define PROGRAM scantill.exe
!define SERVER scantill-server.exe
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define OWN_KEY "Software\${NAME}"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
; 1 is NSIS's own: the person gave up
!define EXIT_FAILED 2
!define EXIT_ANSWERS 3 ; the answer file, or the command line
!define EXIT_RUNNING 4
!define EXIT_NEWER 5
!define EXIT_WINDOWS 6
!define EXIT_FIREWALL 7 ; installed, but not reachable from other machines
!define EXIT_REGISTER 8 ; installed, but not all that Windows knows of it could be written

!ifdef SIGN
    !uninstfinalize '"${SIGN}" "%1"' = 0
    !finalize '"${SIGN}" "%1"' = 0
!endif

Name "${NAME}"
OutFile "${OUTFILE}"
InstallDir "$PROGRAMFILES64\${NAME}"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails show
ShowUninstDetails show
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 ProductName "${NAME}"
VIAddVersionKey /LANG=0 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileDescription "${NAME} Setup"
VIAddVersionKey /LANG=0 CompanyName "${PUBLISHER}"
VIAddVersionKey /LANG=0 LegalCopyright "GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_WELCOMEFINISHPAGE_BITMAP "${NSISDIR}\Contrib\Graphics\Wizard\nsis3-grey.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${NSISDIR}\Contrib\Graphics\Wizard\nsis3-grey.bmp"
!define MUI_LANGDLL_REGISTRY_ROOT HKLM
!define MUI_LANGDLL_REGISTRY_KEY "${OWN_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME Language
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipIfInstalled
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE SimpChinese
!insertmacro MUI_RESERVEFILE_LANGDLL

!include words.nsh
!include common.nsh
!include install.nsh
!include uninstall.nsh

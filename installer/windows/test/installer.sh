#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# installer.sh FOLDER [WINDOWS]: the installer under wine, around programs that stand in for the till: installed, upgraded, kept from
# upgrading, removed. What fails is said, and all of it is tried. Needs nothing but mingw-w64, NSIS, wine and Xvfb; 77 where they are
# missing. WINDOWS: what ./dev windows has built; its painter of the till's screens is installed and must paint one from there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for tool in x86_64-w64-mingw32-gcc-posix makensis wine xvfb-run; do
    command -v $tool >/dev/null || { echo "installer.sh: $tool is missing (./dev windows installs it)"; exit 77; }
done
[ -n "${DISPLAY:-}" ] || exec xvfb-run -a "$0" "$@"

windows=${2:+$(realpath "$2")}
rm -rf "$1" && mkdir -p "$1"
cd "$1"
folder=$PWD
export WINEPREFIX=$PWD/prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="netsh.exe,icacls.exe=n"
here_as_windows=Z:${folder//\//\\}
drive=$WINEPREFIX/drive_c
home=$drive/users/$(id -un)
program="$drive/Program Files/ScanTill"
menu="$drive/ProgramData/Microsoft/Windows/Start Menu/Programs/ScanTill"
uninstall_key='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\ScanTill'
run_key='HKLM\Software\Microsoft\Windows\CurrentVersion\Run'
profiles='HKLM\Software\Microsoft\Windows NT\CurrentVersion\ProfileList'
failed=0 passed=0
trap 'timeout 30 wineserver -k 2>/dev/null || true' EXIT # of this prefix only

check() { # WHAT COMMAND…
    if "${@:2}"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL: $part: $1"
    fi
}
not() { ! "$@"; }
is() { [ "$1" = "$2" ] || { echo "  is: $1"; echo "  expected: $2"; return 1; }; }
part() { part=$1; echo "$1"; }

run() { # PROGRAM OPTION…: its exit code, within two minutes; whatever it left running has ended, too
    code=0
    timeout 120 wine "$@" >run.txt 2>&1 || code=$?
    timeout 120 wineserver -w || true
}
setup() { run "$folder/setup-$1.exe" /S "${@:2}"; }
setup_by_line() { # VERSION LINE: its options as they stand, quotes and all
    printf '@"%s\\setup-%s.exe" /S %s\r\n@exit %%errorlevel%%\r\n' "$here_as_windows" "$1" "$2" >setup.bat && run cmd /c setup.bat
}
# Without _?= it would copy itself away and answer at once; and that must stand without quotes.
removal() { printf '@"C:\\Program Files\\ScanTill\\uninstall.exe" /S %s _?=C:\\Program Files\\ScanTill\r\n@exit %%errorlevel%%\r\n' "$*" >remove.bat; }
remove() { removal "$@" && run cmd /c remove.bat; }
version() { timeout 60 wine "$program/app/scantill.exe" --version 2>/dev/null | tr -d '\r'; }
value() { timeout 60 wine reg query "$1" /v "$2" 2>/dev/null | tr -d '\r' | sed -nE "s/^ +$2 +REG_[A-Z]+ +//p"; }
said() { # the last line that setup left, as UTF-8
    iconv -f UTF-16 -t UTF-8 "$home/Temp/scantill-setup.log" "$home/AppData/Local/Temp/scantill-setup.log" 2>/dev/null \
        | tr -d '\r' | tail -n 1
}
asked() { grep -c "$1" "$drive/asked.txt" 2>/dev/null || true; }
program_is() { is "$(version)" "scantill $1" && is "$(value "$uninstall_key" DisplayVersion)" "$1"; }
nothing_half_done() { [ ! -e "$program/app.new" ] && [ ! -e "$program/app.old" ]; }
programs_gone() { # the uninstaller itself stays, for it could not copy itself away
    rm -f "$program/uninstall.exe"
    rmdir "$program" 2>/dev/null || true
    [ ! -e "$program" ] && [ ! -e "$menu" ] && [ -z "$(value "$uninstall_key" DisplayVersion)" ] && [ -z "$(value "$run_key" ScanTill)" ]
}
data_is_there() {
    is "$(cat "$home/AppData/Local/scantill/books.db")" books && is "$(cat "$drive/users/cashier/AppData/Local/scantill/books.db")" books \
        && is "$(cat "$drive/ProgramData/ScanTill/shop.conf")" 'language = zh_CN'
}

pack() { # VERSION NAME BROKEN [SIGN]: setup-NAME.exe
    mkdir -p "payload-$2/plugins"
    local numbers
    IFS=. read -r -a numbers <<<"$1"
    sed -e "s/@PROJECT_VERSION_MAJOR@/${numbers[0]}/; s/@PROJECT_VERSION_MINOR@/${numbers[1]}/; s/@PROJECT_VERSION_PATCH@/${numbers[2]}/" \
        -e "s/@PROJECT_VERSION@/$1/; s/@description@/ScanTill/; s/@target@/scantill/; s|@SCANTILL_ICON_LINE@|1 ICON \"$icon\"|" \
        "$here/../program.rc.in" >program.rc
    x86_64-w64-mingw32-windres program.rc program.o
    x86_64-w64-mingw32-gcc-posix -O1 -DVERSION="\"$1\"" -DBROKEN="\"$3\"" "$here/stand_in.c" program.o -o "payload-$2/scantill.exe"
    echo "$1" >"payload-$2/plugins/only-$1.txt"
    "$here/../package.sh" "$1" "payload-$2" "$icon" "setup-$2.exe" ${4:+"$4"} >pack.txt 2>&1 || { cat pack.txt; exit 1; }
}
icon=${SCANTILL_ICON:-$PWD/plain.ico}
if [ ! -f "$icon" ]; then # any will do here: one pixel
    printf '\x00\x00\x01\x00\x01\x00\x01\x01\x00\x00\x01\x00\x20\x00\x30\x00\x00\x00\x16\x00\x00\x00\x28\x00\x00\x00\x01\x00\x00\x00\x02\x00\x00\x00\x01\x00\x20\x00\x00\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x3e\x7a\x06\xff\x00\x00\x00\x00' >"$icon"
fi
pack 1.0.0 1.0.0 ""
printf '#!/bin/sh\nprintf signed. >>"$1"\n' >sign.sh && chmod +x sign.sh
pack 1.1.0 1.1.0 "" "$folder/sign.sh"
pack 1.2.0 broken start
pack 1.2.0 hanging hang
pack 1.2.0 stubborn apply

wineboot -i >wineboot.txt 2>&1 && wineserver -w
wine reg add 'HKCU\Software\Wine' /v Version /d win7 /f >/dev/null 2>&1

part "An old Windows is told so, and nothing is installed"
setup 1.0.0
check "the exit code" is $code 6
check "the words" is "$(said)" "1.0.0: ScanTill needs Windows 10 or newer, 64 bits."
check "nothing is there" [ ! -e "$program" ]

wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1
x86_64-w64-mingw32-gcc-posix -O1 "$here/recorder.c" -o "$drive/windows/system32/netsh.exe"
cp "$drive/windows/system32/netsh.exe" "$drive/windows/system32/icacls.exe"
wine reg add "$profiles\\S-1-5-21-7" /v ProfileImagePath /t REG_EXPAND_SZ /d '%SystemDrive%\users\cashier' /f >/dev/null 2>&1
wine reg add "$profiles\\S-1-5-21-8" /v ProfileImagePath /t REG_EXPAND_SZ /d "%SystemDrive%\\users\\$(id -un)" /f >/dev/null 2>&1
wineserver -w

part "A broken answer file is named with its line, and nothing is installed"
printf 'language = zh_CN\nnonsense\n' >broken.txt
setup 1.0.0 "/ANSWERS=$here_as_windows\\broken.txt"
check "the exit code" is $code 3
check "the line" is "$(said | grep -o 'broken.txt:2: this must be KEY = VALUE')" "broken.txt:2: this must be KEY = VALUE"
check "nothing is there" [ ! -e "$program" ]
check "no defaults were written" [ ! -e "$drive/ProgramData/ScanTill" ]

part "An answer file is found however its name is quoted, and from where setup is called"
mkdir "my shop" && cp broken.txt "my shop/"
blank="$here_as_windows\\my shop\\broken.txt"
for line in "/ANSWERS=\"$blank\"" "\"/DESKTOP\" \"/ANSWERS=$blank\" /SHARED" "/ANSWERS=broken.txt"; do
    setup_by_line 1.0.0 "$line"
    check "the exit code of $line" is $code 3
    check "the line of $line" is "$(said | grep -o 'broken.txt:2: this must be KEY = VALUE')" "broken.txt:2: this must be KEY = VALUE"
done
for line in /ANSWERS= "/ANSWERS $blank" "\"/ANSWERS\" \"$blank\""; do
    setup_by_line 1.0.0 "$line"
    check "the exit code of $line" is $code 3
    check "the words of $line" is "$(said)" "1.0.0: The answer file was not found. It is given as /ANSWERS=FILE, with quotes around it where there are blanks."
done
check "nothing is there" [ ! -e "$program" ]
check "nor in the registry" is "$(value "$uninstall_key" InstallLocation)" ""

part "An answer file and the options it replaces do not go together"
printf 'language = zh_CN\n' >answers.txt
setup 1.0.0 "/ANSWERS=$here_as_windows\\answers.txt" /KIOSK
check "the exit code" is $code 3
check "nothing is there" [ ! -e "$program" ]

part "A folder that was there before, and what is in it, is left alone"
for theirs in app app.old app.new; do
    mkdir -p "$drive/pos-$theirs/$theirs"
    echo theirs | tee "$drive/pos-$theirs/uninstall.exe" >"$drive/pos-$theirs/$theirs/theirs.txt"
    setup 1.0.0 "/D=C:\\pos-$theirs"
    check "the exit code for $theirs" is $code 2
    check "the words for $theirs" is "$(said | grep -c "C:.pos-$theirs is not ScanTill's")" 1
    check "their uninstaller beside $theirs" is "$(cat "$drive/pos-$theirs/uninstall.exe")" theirs
    check "their file in $theirs" is "$(cat "$drive/pos-$theirs/$theirs/theirs.txt")" theirs
    check "and nothing else" is "$(ls "$drive/pos-$theirs")" $theirs$'\nuninstall.exe'
done
mkdir "$drive/elsewhere" && ln -s "$drive/elsewhere" "$drive/link"
setup 1.0.0 '/D=C:\link'
check "the exit code for a link" is $code 2
check "nothing where it leads" is "$(ls "$drive/elsewhere")" ""
check "no sign of it" is "$(value "$uninstall_key" InstallLocation)" ""

part "Settings that somebody planted are not taken"
settings=$drive/ProgramData/ScanTill
rm -rf "$settings" && mkdir "$settings" && echo 'kiosk = yes' >"$settings/shop.conf"
setup 1.0.0
check "the exit code" is $code 2
check "the words" is "$(said | grep -c 'ProgramData.ScanTill was there before ScanTill')" 1
check "nothing is there" [ ! -e "$program" ]
rm -rf "$settings" && ln -s "$drive/elsewhere" "$settings"
setup 1.0.0
check "the exit code for a link" is $code 2
rm "$settings"

part "Installed silently, with an answer file"
rm -f "$drive/asked.txt" # of those that were refused
setup 1.0.0 "/ANSWERS=$here_as_windows\\answers.txt"
check "the exit code" is $code 0
check "the version" program_is 1.0.0
check "the version that Windows shows" is "$(strings -el "$program/app/scantill.exe" | grep -A1 -x ProductVersion | tail -n 1)" 1.0.0
check "the publisher that Windows shows" is "$(strings -el "$program/app/scantill.exe" | grep -cx 'The ScanTill developers')" 1
check "all its files" [ -f "$program/app/plugins/only-1.0.0.txt" ]
check "the shop's defaults" is "$(cat "$drive/ProgramData/ScanTill/shop.conf")" 'language = zh_CN'
check "the start menu" [ -f "$menu/ScanTill.lnk" ]
check "kiosk in the start menu" [ -f "$menu/ScanTill (kiosk).lnk" ]
check "no icon on the desktop" [ ! -e "$drive/users/Public/Desktop/ScanTill.lnk" ]
check "starts with Windows" is "$(value "$run_key" ScanTill)" '"C:\Program Files\ScanTill\app\scantill.exe" --autostart --alert'
check "the publisher" is "$(value "$uninstall_key" Publisher)" "The ScanTill developers"
check "the size" not is "$(value "$uninstall_key" EstimatedSize)" 0x0
check "the quiet way out" is "$(value "$uninstall_key" QuietUninstallString)" '"C:\Program Files\ScanTill\uninstall.exe" /S'
check "the firewall was not touched" is "$(asked netsh)" 0
check "the defaults are for administrators" is "$(asked 'ProgramData.ScanTill" /inheritance:r /grant:r \*S-1-5-18:(OI)(CI)F \*S-1-5-32-544:(OI)(CI)F \*S-1-5-32-545:(OI)(CI)RX')" 1
check "and so are the programs" is "$(asked 'Program Files.ScanTill" /inheritance:r /grant:r \*S-1-5-18:(OI)(CI)F \*S-1-5-32-544:(OI)(CI)F \*S-1-5-32-545:(OI)(CI)RX')" 1
check "the menu's till says in a window why it does not start" is "$(strings -el "$menu/ScanTill.lnk" | grep -cx -- --alert)" 1
check "the menu starts it in its own folder" is "$(strings -el "$menu/ScanTill.lnk" | grep -cx 'C:.Program Files.ScanTill.app')" 1
check "nothing half done" nothing_half_done

part "What the machine has been told is not replaced by an option"
setup 1.1.0 /KIOSK
check "the exit code" is $code 3
check "the version" program_is 1.0.0
check "the shop's defaults" is "$(cat "$drive/ProgramData/ScanTill/shop.conf")" 'language = zh_CN'

mkdir -p "$home/AppData/Local/scantill" "$drive/users/cashier/AppData/Local/scantill" "$drive/users/cashier/AppData/Local/neighbour"
echo books | tee "$home/AppData/Local/scantill/books.db" >"$drive/users/cashier/AppData/Local/scantill/books.db"

part "Upgraded in place, and shared"
setup 1.1.0 /SHARED /DESKTOP
check "the exit code" is $code 0
check "the version" program_is 1.1.0
check "its new files" [ -f "$program/app/plugins/only-1.1.0.txt" ]
check "not the old ones" [ ! -e "$program/app/plugins/only-1.0.0.txt" ]
check "the data" data_is_there
check "an icon on the desktop" [ -f "$drive/users/Public/Desktop/ScanTill.lnk" ]
check "one rule for the firewall" is "$(asked 'add rule name=ScanTill dir=in action=allow protocol=TCP.*app.scantill.exe')" 1
check "of private networks" is "$(asked 'profile=private,domain program="C:.Program Files.ScanTill.app.scantill.exe"')" 1
check "and one for the server alone" is "$(asked 'profile=private,domain program="C:.Program Files.ScanTill.app.scantill-server.exe"')" 1
check "the desktop starts it in its own folder" is "$(strings -el "$drive/users/Public/Desktop/ScanTill.lnk" | grep -cx 'C:.Program Files.ScanTill.app')" 1
check "nothing half done" nothing_half_done

part "A version that does not start leaves the old one working"
setup broken
check "the exit code" is $code 2
check "the words" is "$(said)" "1.2.0: The new ScanTill does not start on this machine. What was installed before is left as it was."
check "the version" program_is 1.1.0
check "nothing half done" nothing_half_done

part "A version that hangs is given up after a minute"
setup hanging
check "the exit code" is $code 2
check "the version" program_is 1.1.0 # the one that hangs goes on in app.new; the next run finds its end

part "A version that cannot take the answers goes back to the old one"
setup stubborn "/ANSWERS=$here_as_windows\\answers.txt"
check "the exit code" is $code 3
check "the version" program_is 1.1.0
check "its files" [ -f "$program/app/plugins/only-1.1.0.txt" ]
check "nothing half done" nothing_half_done
check "the data" data_is_there

part "While the till runs, nothing is replaced or removed"
touch going
timeout 120 wine "$program/app/scantill.exe" --wait "$here_as_windows\\going" >running.txt 2>/dev/null &
for _ in $(seq 300); do grep -q running running.txt && break; sleep 0.1; done
code=0; timeout 120 wine "$PWD/setup-1.1.0.exe" /S >run.txt 2>&1 || code=$?
check "the exit code of setup" is $code 4
removal
code=0; timeout 120 wine cmd /c remove.bat >run.txt 2>&1 || code=$?
check "the exit code of the uninstaller" is $code 4
check "the version" program_is 1.1.0
rm going
timeout 120 wineserver -w
check "nothing half done" nothing_half_done

part "An older version is refused"
setup 1.0.0
check "the exit code" is $code 5
check "the version" program_is 1.1.0

part "A power cut between the two folders' changing places"
mv "$program/app" "$program/app.old" && mkdir "$program/app.new" && touch "$program/app.new/half"
setup broken
check "the version before it works again" program_is 1.1.0
mv "$program/app" "$program/app.old" && mkdir "$program/app.new" && touch "$program/app.new/half"
setup 1.1.0
check "and can be installed over" program_is 1.1.0
check "nothing half done" nothing_half_done
check "still shared" is "$(asked 'add rule.*app.scantill.exe')" "$(asked 'delete rule')"
check "no file of the half one" [ ! -e "$program/app/half" ]

part "A version that cannot be put back is not removed"
mv "$program/app" "$program/app.old" && touch "$program/app"
setup 1.1.0
check "the exit code" is $code 2
check "the words" is "$(said | grep -c 'is kept in C:.Program Files.ScanTill.app.old')" 1
check "it is kept" [ -f "$program/app.old/scantill.exe" ]
rm "$program/app"
setup 1.1.0
check "and found by the next start" is $code 0
check "the version" program_is 1.1.0
check "nothing half done" nothing_half_done

part "Where Windows does not say in which folder it is"
wine reg delete "$uninstall_key" /v InstallLocation /f >/dev/null 2>&1 && wineserver -w
cd "$drive" && setup 1.1.0 && cd "$folder"
check "the exit code" is $code 2
check "the words" is "$(said | grep -c "Files.ScanTill is not ScanTill's")" 1
check "nothing at the drive's root" [ ! -e "$drive/app" ]
check "the version" program_is 1.1.0
wine reg add "$uninstall_key" /v InstallLocation /d 'C:\Program Files\ScanTill' /f >/dev/null 2>&1 && wineserver -w

part "A start menu that cannot be written is told"
mv "$menu" menu && touch "$menu"
setup 1.1.0
check "the exit code" is $code 8
check "the version" program_is 1.1.0
rm "$menu" && mv menu "$menu"

part "Shared no more"
before=$(asked 'add rule.*app.scantill.exe')
setup 1.1.0 /SHARED=no
check "the exit code" is $code 0
check "no new rule" is "$(asked 'add rule.*app.scantill.exe')" "$before"
check "the old one taken back" is "$(asked 'delete rule')" $((before + 1))

part "Neither settings that cannot be guarded nor a firewall that refuses are passed over"
touch "$drive/refuse"
setup 1.1.0 /SHARED
check "the exit code" is $code 2
check "the words" is "$(said | grep -c 'kept for administrators')" 1
check "the program is there" program_is 1.1.0
mv "$drive/windows/system32/icacls.exe" icacls.exe
setup 1.1.0
check "the exit code without icacls" is $code 2
cp payload-1.0.0/scantill.exe "$drive/windows/system32/icacls.exe"
setup 1.1.0 /SHARED
check "the exit code" is $code 7
check "the program is there" program_is 1.1.0
rm "$drive/refuse"
setup 1.1.0 /SHARED
check "and later it is taken" is $code 0

part "What cannot be removed is told, and the removal can be started again"
cp "$program/app/scantill.exe" "$program/app/plugins/held.exe"
touch going
timeout 120 wine "$program/app/plugins/held.exe" --wait "$here_as_windows\\going" >running.txt 2>/dev/null &
for _ in $(seq 300); do grep -q running running.txt && break; sleep 0.1; done
removal
code=0; timeout 120 wine cmd /c remove.bat >run.txt 2>&1 || code=$?
check "the exit code" is $code 2
check "the words" is "$(said | grep -c 'could not be removed')" 1
rm going
timeout 120 wineserver -w
check "Windows still offers it" is "$(value "$uninstall_key" DisplayVersion)" 1.1.0
mv "$program/app.old" "$program/app" 2>/dev/null || setup 1.1.0

part "Removed, and the data kept"
before=$(asked 'delete rule')
remove
check "the exit code" is $code 0
check "the programs are gone" programs_gone
check "no icon on the desktop" [ ! -e "$drive/users/Public/Desktop/ScanTill.lnk" ]
check "the data" data_is_there
check "the firewall's rule taken back" is "$(asked 'delete rule')" $((before + 1))

part "Installed again, it finds the data"
setup 1.1.0
check "the exit code" is $code 0
check "the data" data_is_there

part "Removed with all data"
mkdir -p "$home/AppData/Local/scantill/live/exports"
chmod a-w "$home/AppData/Local/scantill/books.db"
remove /PURGE
check "the exit code" is $code 0
check "the programs are gone" programs_gone
check "the data of one user" [ ! -e "$home/AppData/Local/scantill" ]
check "the data of another" [ ! -e "$drive/users/cashier/AppData/Local/scantill" ]
check "the shop's defaults" [ ! -e "$drive/ProgramData/ScanTill" ]
check "nothing beside them" [ -d "$drive/users/cashier/AppData/Local/neighbour" ]

part "Options without an answer file"
setup 1.0.0 /AUTOSTART /KIOSK
check "the exit code" is $code 0
check "the shop's defaults" is "$(cat "$drive/ProgramData/ScanTill/shop.conf")" $'autostart = yes\nkiosk = yes'

part "The same command upgrades it"
setup 1.1.0 /AUTOSTART /KIOSK
check "the exit code" is $code 0
check "the version" program_is 1.1.0
check "the shop's defaults" is "$(cat "$drive/ProgramData/ScanTill/shop.conf")" $'autostart = yes\nkiosk = yes'

part "What links in the data lead to is not emptied"
mkdir "$drive/accounts" "$home/AppData/Local/scantill"
echo theirs | tee "$drive/accounts/theirs.txt" >"$home/AppData/Local/scantill/books.db"
ln -s "$drive/accounts" "$drive/users/cashier/AppData/Local/scantill"
ln -s "$drive/accounts" "$home/AppData/Local/scantill/inner" # which Windows removes, and wine does not
remove /PURGE
check "the exit code" is $code 2
check "the words" is "$(said | grep -c 'could not be deleted: .*C:.users.cashier.AppData.Local.scantill')" 1
check "what they lead to" is "$(cat "$drive/accounts/theirs.txt")" theirs
check "the books beside the inner one" [ ! -e "$home/AppData/Local/scantill/books.db" ]
check "the programs are gone" programs_gone
check "the shop's defaults" [ ! -e "$drive/ProgramData/ScanTill" ]

part "Signed on the way, where a command for it is given"
check "the program" is "$(tail -c 7 payload-1.1.0/scantill.exe)" signed.
check "setup" is "$(tail -c 7 setup-1.1.0.exe)" signed.
setup 1.1.0
check "the uninstaller" is "$(tail -c 7 "$program/uninstall.exe")" signed.
remove
check "which removes as before" programs_gone

painter=$windows/cross/bin/look_gallery.exe
if [ -n "$windows" ] && [ -f "$painter" ]; then
    part "What was cross-built starts from where it was installed"
    "$here/../cross/bundle.sh" "$windows/root" "$painter" payload-painter
    cp payload-1.0.0/scantill.exe payload-painter/
    "$here/../package.sh" 1.0.0 payload-painter "$icon" setup-painter.exe >pack.txt 2>&1 || { cat pack.txt; exit 1; }
    setup painter
    check "the exit code" is $code 0
    check "the version" program_is 1.0.0
    mkdir pictures
    run "$program/app/look_gallery.exe" "$here_as_windows\\pictures" 1024 600 waiting-zh-light-live
    check "it ends well" is $code 0
    check "it has painted" is "$(file -b pictures/waiting-zh-light-live.png | cut -d, -f1,2)" "PNG image data, 1024 x 600"
else
    echo "Nothing is cross-built here: only stand-ins were tried"
fi

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]

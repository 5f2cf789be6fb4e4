# SPDX-License-Identifier: GPL-3.0-or-later
<#
.SYNOPSIS
Makes the installer of ScanTill on a Windows machine: configures, builds, gathers what the programs need, packs.
.DESCRIPTION
Needs Windows 10 or newer, CMake, Ninja, NSIS 3, PowerShell 5.1, and Qt 6.4 or newer for MinGW x64 with its modules HttpServer,
WebSockets, Svg, Multimedia, TextToSpeech, SerialPort and its LinguistTools, and that Qt's own compiler on the PATH. The other libraries
(OpenSSL 3, SQLite 3, zlib, qrcodegen, prometheus-cpp, pkg-config, espeak-ng) are looked for in -Libraries, one folder with bin, include
and lib. An MSYS2 root such as C:\msys64\mingw64 has Qt as well, and may be given for both; but no package of MSYS2's is known to us for
qrcodegen and prometheus-cpp, which are asked for by their pkg-config names, qrcodegencpp and prometheus-cpp-core. Build these two from
their sources, and put them, each with its .pc file, into -Libraries. None of this was tried.
.PARAMETER Sign
A program or script that signs the file it is given. It is run on our programs, the uninstaller and the installer.
.EXAMPLE
powershell -ExecutionPolicy Bypass -File installer\windows\build.ps1 -Qt C:\msys64\mingw64 -Libraries C:\msys64\mingw64
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Qt,
    [Parameter(Mandatory)] [string] $Libraries,
    [string] $Build = 'build\windows-release',
    [string] $Sign = ''
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
if (-not [IO.Path]::IsPathRooted($Build)) { $Build = Join-Path $root $Build }
$prefix = "$Qt;$Libraries".Replace('\', '/')
$env:PATH = "$Qt\bin;$env:PATH;$Libraries\bin" # its compiler, if it has one, stays behind Qt's own
$env:PKG_CONFIG_PATH = "$Libraries\lib\pkgconfig"

function Run { # a program's failure is ours: PowerShell goes on by itself
    param([string] $Program, [string[]] $Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}
$deploy = 'windeployqt6', 'windeployqt' | Where-Object { Get-Command $_ -ErrorAction SilentlyContinue } | Select-Object -First 1
if (-not $deploy) { throw "Qt's windeployqt is not in $Qt\bin" }
foreach ($tool in 'cmake', 'ninja', 'objdump') {
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { throw "$tool is not on the PATH" }
}
$makensis = @(Join-Path ${env:ProgramFiles(x86)} 'NSIS\makensis.exe') +
    @(Get-Command makensis -ErrorAction SilentlyContinue | ForEach-Object { $_.Source }) |
    Where-Object { Test-Path $_ } | Select-Object -First 1
if (-not $makensis) { throw 'NSIS 3 is not installed' }
# NSIS's own packages have no 64-bit stub, MSYS2's no other; on a whole Windows the 32-bit one installs the same.
$beside = Split-Path $makensis
$target = 'amd64-unicode', 'x86-unicode' |
    Where-Object { (Test-Path "$beside\Stubs\lzma_solid-$_") -or (Test-Path "$beside\..\share\nsis\Stubs\lzma_solid-$_") } |
    Select-Object -First 1
if (-not $target) { throw "NSIS's stubs were not found from $makensis" }

# The icon, from its drawing.
$icon = Join-Path $Build 'scantill.ico'
Run cmake @('-G', 'Ninja', '-S', "$root\installer\windows\icon", '-B', "$Build\icon", "-DCMAKE_PREFIX_PATH=$prefix",
    '-DCMAKE_BUILD_TYPE=Release')
Run cmake @('--build', "$Build\icon")
Run "$Build\icon\make_icon.exe" @("$root\installer\scantill.svg", $icon)

# The programs.
Run cmake @('-G', 'Ninja', '-S', $root, '-B', $Build, "-DCMAKE_PREFIX_PATH=$prefix", '-DCMAKE_BUILD_TYPE=Release',
    '-DSCANTILL_TESTS=OFF', "-DSCANTILL_ICON=$icon")
Run cmake @('--build', $Build)

# What they need: Qt's part by its own tool, the rest by the names that stand in what was gathered.
$payload = Join-Path $Build 'payload'
if (Test-Path $payload) { Remove-Item -Recurse -Force $payload }
New-Item -ItemType Directory $payload | Out-Null
$programs = 'scantill.exe', 'scantill-server.exe', 'scantill-simulator.exe'
foreach ($program in $programs) { Copy-Item "$Build\bin\$program" $payload }
Run $deploy (@('--no-translations', '--compiler-runtime', '--dir', $payload) + ($programs | ForEach-Object { "$payload\$_" }))
$waiting = [Collections.Generic.Queue[string]]::new()
Get-ChildItem -Recurse $payload -Include '*.exe', '*.dll' | ForEach-Object { $waiting.Enqueue($_.FullName) }
function Add-Library { # nothing, where it is Windows' own
    param([string] $Name)
    if (Test-Path "$payload\$Name") { return }
    $found = @("$Libraries\bin\$Name", "$Qt\bin\$Name") | Where-Object { Test-Path $_ } | Select-Object -First 1
    if ($found) {
        Copy-Item $found $payload
        $waiting.Enqueue("$payload\$Name")
    }
}
foreach ($name in 'libcrypto-3-x64.dll', 'libssl-3-x64.dll') { Add-Library $name } # Qt looks for these two when it runs
while ($waiting.Count -gt 0) {
    $file = $waiting.Dequeue()
    & objdump -p $file | Select-String '^\s*DLL Name: (.+)$' | ForEach-Object { Add-Library $_.Matches[0].Groups[1].Value.Trim() }
}
foreach ($needed in 'platforms\qwindows.dll', 'tls\qopensslbackend.dll', 'libssl-3-x64.dll') { # a window, and TLS
    if (-not (Test-Path "$payload\$needed")) { throw "$needed was not found, and nothing starts without it" }
}
Copy-Item "$root\LICENSE" $payload
Copy-Item -Recurse "$root\LICENSES" $payload
if (Test-Path "$Libraries\share\licenses") { # MSYS2's, of what was gathered and of all else that is there
    Copy-Item -Recurse "$Libraries\share\licenses" "$payload\licences"
} else {
    Write-Warning "No licences of the libraries in $Libraries\share\licenses; put them beside the programs before you hand the installer on"
}

# The installer.
$signing = @()
if ($Sign) {
    $Sign = (Resolve-Path $Sign).Path
    $signing += "/DSIGN=$Sign"
    foreach ($program in $programs) { Run $Sign @("$payload\$program") }
}
$version = (Select-String -Path "$root\CMakeLists.txt" -Pattern '^project\(ScanTill VERSION ([0-9.]+)').Matches[0].Groups[1].Value
$setup = Join-Path $Build "ScanTill-$version-setup.exe"
Run $makensis ($signing + @('/V2', '/WX', '/INPUTCHARSET', 'UTF8', "/DTARGET=$target", "/DVERSION=$version", "/DPAYLOAD=$payload",
    "/DICON=$icon", "/DLICENCE=$root\LICENSE", "/DOUTFILE=$setup", "$root\installer\windows\scantill.nsi"))
Write-Output $setup

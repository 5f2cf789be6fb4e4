# SPDX-License-Identifier: GPL-3.0-or-later
<#
.SYNOPSIS
Makes the installer of ScanTill on a Windows machine: configures, builds, gathers what the programs need, packs.
.DESCRIPTION
Needs Windows 10 or newer, CMake, Ninja, NSIS 3, PowerShell 5.1, and Qt 6.4 or newer for MinGW x64 with its modules HttpServer,
WebSockets, Svg, Multimedia, TextToSpeech, SerialPort and its LinguistTools, and that Qt's own compiler on the PATH. The other libraries
(OpenSSL 3, SQLite 3, zlib, qrcodegen, prometheus-cpp, pkg-config, espeak-ng) are looked for in -Libraries, one folder with bin, include
and lib; an MSYS2 root such as C:\msys64\mingw64, which has Qt as well, will do for both.
.EXAMPLE
installer\windows\build.ps1 -Qt C:\msys64\mingw64 -Libraries C:\msys64\mingw64
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Qt,
    [Parameter(Mandatory)] [string] $Libraries,
    [string] $Build = 'build\windows-release',
    [switch] $Test
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
if (-not [IO.Path]::IsPathRooted($Build)) { $Build = Join-Path $root $Build }
$env:PATH = "$Qt\bin;$Libraries\bin;$env:PATH"
$env:PKG_CONFIG_PATH = "$Libraries\lib\pkgconfig"

function Run { # a program's failure is ours: PowerShell goes on by itself
    param([string] $Program, [string[]] $Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}
foreach ($tool in 'cmake', 'ninja', 'windeployqt', 'objdump') {
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { throw "$tool is not on the PATH" }
}
$makensis = (Get-Command makensis -ErrorAction SilentlyContinue).Source
if (-not $makensis) { $makensis = Join-Path ${env:ProgramFiles(x86)} 'NSIS\makensis.exe' }
if (-not (Test-Path $makensis)) { throw 'NSIS 3 is not installed' }

# The icon, from its drawing.
$icon = Join-Path $Build 'scantill.ico'
Run cmake @('-G', 'Ninja', '-S', "$root\installer\windows\icon", '-B', "$Build\icon", "-DCMAKE_PREFIX_PATH=$Qt",
    '-DCMAKE_BUILD_TYPE=Release')
Run cmake @('--build', "$Build\icon")
Run "$Build\icon\make_icon.exe" @("$root\installer\scantill.svg", $icon)

# The programs.
$tests = if ($Test) { 'ON' } else { 'OFF' }
Run cmake @('-G', 'Ninja', '-S', $root, '-B', $Build, "-DCMAKE_PREFIX_PATH=$Qt;$Libraries", '-DCMAKE_BUILD_TYPE=Release',
    "-DSCANTILL_TESTS=$tests", "-DSCANTILL_ICON=$icon")
Run cmake @('--build', $Build)
if ($Test) { Run ctest @('--test-dir', $Build, '--output-on-failure') }

# What they need: Qt's part by its own tool, the rest by the names that stand in what was gathered.
$payload = Join-Path $Build 'payload'
if (Test-Path $payload) { Remove-Item -Recurse -Force $payload }
New-Item -ItemType Directory $payload | Out-Null
$programs = 'scantill.exe', 'scantill-server.exe', 'scantill-simulator.exe'
foreach ($program in $programs) { Copy-Item "$Build\bin\$program" $payload }
Run windeployqt (@('--release', '--no-translations', '--compiler-runtime', '--dir', $payload) + ($programs | ForEach-Object { "$payload\$_" }))
$waiting = [Collections.Generic.Queue[string]]::new()
Get-ChildItem -Recurse $payload -Include *.exe, *.dll | ForEach-Object { $waiting.Enqueue($_.FullName) }
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
    & objdump -p $waiting.Dequeue() | Select-String '^\s*DLL Name: (.+)$' | ForEach-Object { Add-Library $_.Matches[0].Groups[1].Value.Trim() }
}
if (-not (Test-Path "$payload\libssl-3-x64.dll")) { throw 'OpenSSL''s libssl-3-x64.dll was not found; without it there is no TLS' }
Copy-Item "$root\LICENSE" $payload
Copy-Item -Recurse "$root\LICENSES" $payload

# The installer.
$version = (Select-String -Path "$root\CMakeLists.txt" -Pattern '^project\(ScanTill VERSION ([0-9.]+)').Matches[0].Groups[1].Value
$setup = Join-Path $Build "ScanTill-$version-setup.exe"
Run $makensis @('/V2', '/WX', '/INPUTCHARSET', 'UTF8', "/DVERSION=$version", "/DPAYLOAD=$payload", "/DICON=$icon",
    "/DLICENCE=$root\LICENSE", "/DOUTFILE=$setup", "$root\installer\windows\scantill.nsi")
Write-Output $setup

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the place of Windows' netsh under wine, which has no firewall: writes down what it was asked, and refuses when told to. */
#include <stdio.h>
#include <windows.h>

int main(void)
{
    FILE *asked = fopen("C:\\netsh.txt", "ab");
    if (!asked)
        return 1;
    fprintf(asked, "%s\n", GetCommandLineA());
    fclose(asked);
    return GetFileAttributesA("C:\\netsh-refuses") == INVALID_FILE_ATTRIBUTES ? 0 : 1;
}

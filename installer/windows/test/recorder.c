/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the place of netsh and icacls under wine, where they do nothing: writes down what they were asked, and refuses when told to. */
#include <stdio.h>
#include <windows.h>

int main(void)
{
    FILE *asked = fopen("C:\\asked.txt", "ab");
    if (!asked)
        return 1;
    fprintf(asked, "%s\n", GetCommandLineA());
    fclose(asked);
    return GetFileAttributesA("C:\\refuse") == INVALID_FILE_ATTRIBUTES ? 0 : 1;
}

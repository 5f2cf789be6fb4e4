/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the till's place in the tests of the installer: says which version it is, follows what an installer asks of it, or is broken in
   one of the ways that an installer must survive (BROKEN: "start", "hang", "apply"). Needs no Qt, so these tests need none either. */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static int copyAnswers(const char *from, const char *to)
{
    char line[200];
    int number = 0;
    FILE *answers = fopen(from, "rb");
    if (!answers) {
        fprintf(stderr, "%s:1: the file cannot be read.\n", from);
        return 2;
    }
    FILE *kept = to ? fopen(to, "wb") : NULL;
    while (fgets(line, sizeof line, answers)) {
        ++number;
        if (strchr(line, '=') == NULL) {
            fprintf(stderr, "%s:%d: this must be KEY = VALUE, or begin with #.\n", from, number);
            return 2;
        }
        if (kept)
            fputs(line, kept);
    }
    fclose(answers);
    if (kept)
        fclose(kept);
    return to && !kept ? 2 : 0;
}

int main(int argc, char **argv)
{
    char folder[MAX_PATH], file[MAX_PATH + 20];
    const char *order = argc > 1 ? argv[1] : "";
    if (strcmp(BROKEN, "start") == 0)
        return 3;
    if (strcmp(BROKEN, "hang") == 0)
        Sleep(90000); /* longer than an installer has patience */
    if (strcmp(order, "--version") == 0) {
        puts("scantill " VERSION);
    } else if (strcmp(order, "--wait") == 0) { /* runs until the file is gone */
        puts("running");
        fflush(stdout);
        for (int i = 0; i < 600 && GetFileAttributesA(argv[2]) != INVALID_FILE_ATTRIBUTES; ++i)
            Sleep(100);
    } else if (strcmp(order, "--check-answers") == 0 && argc > 2) {
        return copyAnswers(argv[2], NULL);
    } else if (strcmp(order, "--apply-answers") == 0 && argc > 2) {
        if (strcmp(BROKEN, "apply") == 0) {
            fputs("shop.conf cannot be written\n", stderr);
            return 2;
        }
        GetEnvironmentVariableA("ProgramData", folder, sizeof folder);
        strcat(folder, "\\ScanTill");
        CreateDirectoryA(folder, NULL);
        snprintf(file, sizeof file, "%s\\shop.conf", folder);
        return copyAnswers(argv[2], file);
    }
    return 0;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* Sign-off as a script would do it. */

typedef struct
{
  Cli cli;
  char *words; /* the passphrase's file */
} Bench;

static void
set_up (Bench *bench, gconstpointer data)
{
  cli_setup_file (&bench->cli, data);
  bench->words = cli_write (&bench->cli, "words", "four plain words together\n");
  cli_good (&bench->cli, "judge", bench->cli.file, "LLD-S1", "--level", "good", "--strengths",
            "Families come back.");
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  g_free (bench->words);
  cli_teardown (&bench->cli, data);
}

static void
seal (Bench *bench, const char *pdf)
{
  Cli *cli = &bench->cli;

  cli_good (cli, "seal", cli->file, "--meeting", "2026-11-20", "--by", "Sam Carter", "--office",
            "Head of centre", "--accepted-by", "Advisory board", "--passphrase-file", bench->words,
            "--light", "-o", pdf);
  cli_assert_says (cli->out, "Sealed: version");
}

static char *
get_fingerprint (Bench *bench)
{
  const char *at = strstr (bench->cli.out, "fingerprint ");

  g_assert_nonnull (at);
  return g_strndup (at + strlen ("fingerprint "), 29);
}

static void
test_seal (Bench *bench, gconstpointer data)
{
  Cli *cli = &bench->cli;
  g_autofree char *pdf = g_build_filename (cli->folder, "report.pdf", NULL);
  g_autofree char *again = g_build_filename (cli->folder, "again.pdf", NULL);
  g_autofree char *fingerprint = NULL, *one = NULL, *two = NULL;
  gsize length, length_again;

  seal (bench, pdf);
  fingerprint = get_fingerprint (bench);
  cli_good (cli, "verify", cli->file, "--fingerprint", fingerprint, "--pdf", pdf);
  cli_assert_says (cli->out, "As signed.");
  cli_assert_says (cli->out, "This file holds the report with this fingerprint");
  cli_assert_says (cli->out, "byte for byte");
  cli_good (cli, "seal", "export", cli->file, again);
  g_assert_true (g_file_get_contents (pdf, &one, &length, NULL));
  g_assert_true (g_file_get_contents (again, &two, &length_again, NULL));
  g_assert_cmpmem (one, length, two, length_again);
  cli_good (cli, "seal", "list", cli->file, "--json");
  cli_assert_json (cli, "$.seals[0].fingerprint", fingerprint);
  cli_assert_json (cli, "$.seals[0].state", "current");
  cli_assert_json (cli, "$.seals[0].accepted_by", "Advisory board");
  cli_bad (cli, 7, "accepted and sealed on", "judge", cli->file, "LLD-S1", "--level",
           "outstanding");
  cli_bad (cli, 3, "accepted and sealed on", "seal", cli->file, "--meeting", "2026-11-20", "--by",
           "Sam Carter", "--passphrase-file", bench->words);
}

/* Where something was erased, not everything is as signed any more, and the words say so. */
static void
test_erased (Bench *bench, gconstpointer data)
{
  Cli *cli = &bench->cli;
  g_autofree char *pdf = g_build_filename (cli->folder, "report.pdf", NULL);

  cli_good (cli, "evidence", "add", cli->file, "What the survey said", "--kind", "document");
  cli_good (cli, "evidence", "link", cli->file, "What the survey said", "LLD-S1");
  seal (bench, pdf);
  cli_good (cli, "verify", cli->file);
  cli_assert_says (cli->out, "  As signed.");
  cli_good (cli, "evidence", "erase", cli->file, "What the survey said", "--reason",
            "It was asked for", "--yes");
  cli_good (cli, "verify", cli->file);
  cli_assert_says (cli->out, "What is still there is as signed.");
}

static void
test_printed (Bench *bench, gconstpointer data)
{
  const char *pdftotext = g_getenv ("PDFTOTEXT");
  Cli *cli = &bench->cli;
  g_autofree char *pdf = g_build_filename (cli->folder, "report.pdf", NULL);
  g_autofree char *fingerprint = NULL, *out = NULL, *foot = NULL;
  const char *line[] = { pdftotext, "-layout", pdf, "-", NULL };
  g_auto (GStrv) pages = NULL;
  guint n = 0;

  if (pdftotext == NULL || *pdftotext == '\0')
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  seal (bench, pdf);
  fingerprint = get_fingerprint (bench);
  g_assert_true (g_spawn_sync (NULL, (char **)line, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL,
                               NULL, NULL));
  foot = g_strdup_printf ("Sealed report · Fingerprint %s", fingerprint);
  pages = g_strsplit (out, "\f", -1);
  for (; pages[n] != NULL && *pages[n] != '\0'; n++)
    g_assert_nonnull (strstr (pages[n], foot));
  g_assert_cmpuint (n, >, 2);
}

static void
test_correct (Bench *bench, gconstpointer data)
{
  Cli *cli = &bench->cli;
  g_autofree char *pdf = g_build_filename (cli->folder, "report.pdf", NULL);
  g_autofree char *second = g_build_filename (cli->folder, "second.pdf", NULL);
  g_autofree char *first_fingerprint = NULL;

  cli_bad (cli, 3, "not sealed", "seal", "correct", cli->file, "A slip");
  seal (bench, pdf);
  first_fingerprint = get_fingerprint (bench);
  cli_good (cli, "seal", "correct", cli->file, "The grade was misread", "--by", "Sam Carter");
  cli_assert_says (cli->out, "version 2");
  cli_good (cli, "judge", cli->file, "LLD-S1", "--level", "outstanding");
  seal (bench, second);
  cli_good (cli, "verify", cli->file, "--json");
  cli_assert_json (cli, "$.sound", "1");
  cli_assert_json (cli, "$.seals[1].version", "2");
  cli_good (cli, "verify", cli->file, "--fingerprint", first_fingerprint);
  cli_assert_says (cli->out, "A later version took its place");
  cli_good (cli, "seal", "export", cli->file, second, "--version", "1");
  cli_good (cli, "verify", cli->file, "--pdf", second);
  cli_bad (cli, 3, "no such version", "seal", "export", cli->file, second, "--version", "7");
}

static void
test_refused (Bench *bench, gconstpointer data)
{
  Cli *cli = &bench->cli;
  g_autofree char *pdf = g_build_filename (cli->folder, "report.pdf", NULL);
  g_autofree char *easy = cli_write (cli, "easy", "elm road elm road\n");
  g_autofree char *wrong = cli_write (cli, "wrong", "four other words together\n");
  g_autofree char *other = cli_write (cli, "other.pdf", "%PDF-1.7 something else");

  cli_bad (cli, 2, "--meeting", "seal", cli->file, "--by", "Sam");
  cli_bad (cli, 2, "--by", "seal", cli->file, "--meeting", "2026-11-20");
  cli_bad (cli, 3, "still to come", "seal", cli->file, "--meeting", "2026-12-20", "--by", "Sam",
           "--passphrase-file", bench->words);
  cli_bad (cli, 3, "easy to guess", "seal", cli->file, "--meeting", "2026-11-20", "--by", "Sam",
           "--passphrase-file", easy);
  seal (bench, pdf);
  cli_good (cli, "seal", "correct", cli->file, "A slip");
  cli_bad (cli, 3, "does not open the signing key", "seal", cli->file, "--meeting", "2026-11-20",
           "--by", "Sam", "--passphrase-file", wrong);
  cli_run (cli, "verify", cli->file, "--pdf", other, NULL);
  g_assert_cmpint (cli->code, ==, 3);
  cli_assert_says (cli->out, "not, byte for byte");
  cli_run (cli, "verify", cli->file, "--fingerprint", "0000-0000-0000-0000-0000-0000", NULL);
  g_assert_cmpint (cli->code, ==, 3);
  cli_assert_says (cli->out, "may be an older copy");
  cli_bad (cli, 3, "groups", "verify", cli->file, "--fingerprint", "0000");
}

static void
test_changed (Bench *bench, gconstpointer data)
{
  Cli *cli = &bench->cli;
  g_autofree char *pdf = g_build_filename (cli->folder, "report.pdf", NULL);
  sqlite3 *db = NULL;

  seal (bench, pdf);
  g_assert_cmpint (sqlite3_open (cli->file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE judgement SET level = 1 WHERE level = 2", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  cli_run (cli, "verify", cli->file, NULL);
  g_assert_cmpint (cli->code, !=, 0);
  cli_assert_says (cli->out, "LLD-S1");
  cli_assert_says (cli->out, "“Level” is not as it was sealed");
  cli_run (cli, "verify", cli->file, "--json", NULL);
  cli_assert_json (cli, "$.sound", "0");
  cli_assert_json (cli, "$.seals[0].faults[0].kind", "data");
}

#define ADD(name, function) g_test_add ("/cli/seal/" name, Bench, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("seal", test_seal);
  ADD ("erased", test_erased);
  ADD ("printed", test_printed);
  ADD ("correct", test_correct);
  ADD ("refused", test_refused);
  ADD ("changed", test_changed);
  return g_test_run ();
}

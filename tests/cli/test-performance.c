/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* A deputy's cycle by command, and what a file tells of it that nobody has unlocked. */

#define SECRET "Quittenmarmelade"

typedef struct
{
  char *person;
  char *reviewer;
  char *other;
  char *key;
} Phrases;

static void
phrases_clear (Phrases *self)
{
  g_free (self->person);
  g_free (self->reviewer);
  g_free (self->other);
  g_free (self->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Phrases, phrases_clear)

/* @cost: "--light", or else: what trying a passphrase costs people */
static void
set_up (Cli *cli, Phrases *phrases, const char *cost)
{
  phrases->person = cli_write (cli, "person", "wet Monday paddle boats\n");
  phrases->reviewer = cli_write (cli, "reviewer", "seven blue teapots waltz\n");
  phrases->other = cli_write (cli, "other", "lanterns over the estuary\n");
  cli_bad (cli, 3, "recovery key", "performance", "begin", cli->file, "Amina Okoro", "--reviewer",
           "Ruth Penhaligon", "--starts", "2026-09-01", "--ends", "2027-08-31", "--passphrase-file",
           phrases->person, "--reviewer-passphrase-file", phrases->reviewer);
  cli_good (cli, "performance", "recovery", cli->file, "--quiet");
  phrases->key = cli_write (cli, "key", cli->out);
  cli_bad (cli, 3, "already", "performance", "recovery", cli->file);
  cli_good (cli, "performance", "begin", cli->file, "Amina Okoro", "--role", "Deputy", "--reviewer",
            "Ruth Penhaligon", "--starts", "2026-09-01", "--ends", "2027-08-31",
            "--passphrase-file", phrases->person, "--reviewer-passphrase-file", phrases->reviewer,
            cost);
}

#define WITH(phrase) "--passphrase-file", (phrase)

static void
fill_in (Cli *cli, const Phrases *phrases)
{
  cli_good (cli, "performance", "objective", "add", cli->file, "amina", SECRET " objective",
            WITH (phrases->person));
  cli_good (cli, "performance", "objective", "set", cli->file, "amina", "1", "due-on",
            "31 March 2027", WITH (phrases->person));
  cli_good (cli, "performance", "objective", "set", cli->file, "amina", "1", "criteria",
            SECRET " criteria", WITH (phrases->reviewer));
  cli_good (cli, "performance", "set", cli->file, "amina", "set-held-on", "2026-09-18",
            WITH (phrases->person));
  cli_good (cli, "performance", "set", cli->file, "amina", "self-review", SECRET " of her own",
            WITH (phrases->person));
  cli_bad (cli, 3, "the person’s own", "performance", "set", cli->file, "amina", "self-review",
           "hers, by another", WITH (phrases->reviewer));
  cli_bad (cli, 3, "the reviewer’s", "performance", "objective", "set", cli->file, "amina", "1",
           "judgement", "met", WITH (phrases->person));
}

static void
test_cycle (Cli *cli, gconstpointer data)
{
  g_auto (Phrases) phrases = { 0 };

  set_up (cli, &phrases, "--light");
  cli_bad (cli, 3, "no objective", "performance", "sign", cli->file, "amina", "objectives",
           "person", WITH (phrases.person));
  fill_in (cli, &phrases);
  cli_bad (cli, 3, "does not open", "performance", "show", cli->file, "amina",
           WITH (phrases.other));
  cli_bad (cli, 3, "no field", "performance", "set", cli->file, "amina", "wishes", "x",
           WITH (phrases.person));
  cli_bad (cli, 3, "their own", "performance", "sign", cli->file, "amina", "objectives", "reviewer",
           WITH (phrases.person));
  cli_good (cli, "performance", "sign", cli->file, "amina", "objectives", "person",
            WITH (phrases.person), "--on", "2026-09-20");
  cli_good (cli, "performance", "sign", cli->file, "amina", "objectives", "reviewer",
            WITH (phrases.reviewer));
  cli_bad (cli, 3, "signed", "performance", "objective", "remove", cli->file, "amina", "1",
           WITH (phrases.person));
  cli_good (cli, "performance", "show", cli->file, "amina", "--json", WITH (phrases.person));
  cli_assert_json (cli, "$.stage", "running");
  cli_assert_json (cli, "$.set-person-signed-on", "2026-09-20");
  cli_assert_json (cli, "$.objectives[0].due-on", "2027-03-31");
  cli_assert_json (cli, "$.objectives[0].title", SECRET " objective");
}

/* Who may read, and who no longer. */
static void
test_readers (Cli *cli, gconstpointer data)
{
  g_auto (Phrases) phrases = { 0 };
  g_autofree char *again = NULL;

  set_up (cli, &phrases, "--light");
  again = cli_write (cli, "again", "nobody counts the herons\n");
  cli_bad (cli, 3, "the reviewer lets", "performance", "let-read", cli->file, "amina",
           "Governor Tull", WITH (phrases.person), "--new-passphrase-file", phrases.other,
           "--light");
  cli_good (cli, "performance", "let-read", cli->file, "amina", "Governor Tull",
            WITH (phrases.reviewer), "--new-passphrase-file", phrases.other, "--light");
  cli_good (cli, "performance", "show", cli->file, "amina", WITH (phrases.other));
  cli_bad (cli, 3, "missing or wrong", "performance", "withdraw", cli->file, "amina",
           "Governor Tull", WITH (phrases.person));
  cli_good (cli, "performance", "withdraw", cli->file, "amina", "Governor Tull",
            WITH (phrases.person), WITH (phrases.reviewer), "--light");
  cli_bad (cli, 3, "does not open", "performance", "show", cli->file, "amina",
           WITH (phrases.other));
  cli_good (cli, "performance", "passphrase", cli->file, "amina", WITH (phrases.person),
            "--new-passphrase-file", again, "--light");
  cli_bad (cli, 3, "does not open", "performance", "show", cli->file, "amina",
           WITH (phrases.person));
  cli_good (cli, "performance", "recover", cli->file, "amina", "Amina Okoro", "--recovery-file",
            phrases.key, "--new-passphrase-file", phrases.person, "--light");
  cli_good (cli, "performance", "show", cli->file, "amina", WITH (phrases.person));
  cli_good (cli, "performance", "recovery", cli->file, "--replace-file", phrases.key, "--quiet");
  cli_bad (cli, 3, "recovery key", "performance", "recover", cli->file, "amina", "Amina Okoro",
           "--recovery-file", phrases.key, "--new-passphrase-file", again, "--light");
}

static void
assert_silent (Cli *cli, const char *name)
{
  g_autofree char *path = cli_path (cli, name), *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, SECRET, strlen (SECRET)));
  g_assert_null (memmem (bytes, length, "paddle boats", strlen ("paddle boats")));
}

/* What a person reads in a PDF, for its bytes are compressed. */
static void
assert_pdf_silent (Cli *cli, const char *name)
{
  const char *pdftotext = g_getenv ("PDFTOTEXT");
  g_autofree char *path = cli_path (cli, name);

  assert_silent (cli, name);
  if (pdftotext == NULL || *pdftotext == '\0')
    return;
  cli_run_other (cli, (const char *const[]){ pdftotext, path, "-", NULL });
  g_assert_cmpint (cli->code, ==, 0);
  cli_assert_says (cli->out, "Elm Road");
  g_assert_null (strstr (cli->out, SECRET));
  g_assert_null (strstr (cli->out, "Amina"));
}

/* Every file of a folder, of which there are some. */
static guint
count_silent (Cli *cli, const char *name)
{
  g_autofree char *path = cli_path (cli, name);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *entry;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((entry = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (name, entry, NULL);
      g_autofree char *inner_path = cli_path (cli, inner);

      if (g_file_test (inner_path, G_FILE_TEST_IS_DIR))
        n += count_silent (cli, inner);
      else
        {
          assert_silent (cli, inner);
          n++;
        }
    }
  return n;
}

/* What is written for others by a process that has the record unlocked: the report with its annex,
 * the plan, and the evidence packs. */
static void
test_silent_outside (Cli *cli, gconstpointer data)
{
  g_auto (Phrases) phrases = { 0 };
  g_autofree char *script = NULL;

  set_up (cli, &phrases, "--light");
  fill_in (cli, &phrases);
  cli_good (cli, "evidence", "add", cli->file, "What parents say", "--kind", "users-views",
            "--sensitivity", "open", "--dated", "2026-05-04");
  cli_good (cli, "evidence", "link", cli->file, "What parents say", "LLD-S1");
  script = cli_write (cli, "script.sfx",
                      "performance set amina set-notes " SECRET " --passphrase-file person\n"
                      "report --annex --output report.pdf\n"
                      "plan print plan.pdf\n"
                      "evidence pack --for open --output pack-open\n"
                      "evidence pack --for centre --head --output pack-centre\n");
  cli_run (cli, "batch", cli->file, script, NULL);
  g_assert_cmpint (cli->code, ==, 0);
  g_assert_null (strstr (cli->out, SECRET));
  assert_pdf_silent (cli, "report.pdf");
  assert_pdf_silent (cli, "plan.pdf");
  g_assert_cmpuint (count_silent (cli, "pack-open"), >, 1);
  g_assert_cmpuint (count_silent (cli, "pack-centre"), >, 1);
}

/* The file, a backup, history, search and the report hold nothing of what a record says; the
 * report not even that there is one. */
static void
test_silent (Cli *cli, gconstpointer data)
{
  g_auto (Phrases) phrases = { 0 };
  g_autofree char *report = cli_path (cli, "report.pdf"), *backup = cli_path (cli, "copy.sixfold");
  g_autofree char *script = NULL;

  set_up (cli, &phrases, "--light");
  fill_in (cli, &phrases);
  /* by one process, which has it unlocked */
  script = cli_write (cli, "script.sfx",
                      "performance set amina set-notes " SECRET " --passphrase-file person\n"
                      "search " SECRET "\nhistory\nreport --output script.pdf\n");
  cli_run (cli, "batch", cli->file, script, NULL);
  g_assert_cmpint (cli->code, ==, 0);
  cli_assert_says (cli->err, "Nothing found");
  g_assert_null (strstr (cli->out, SECRET));
  cli_run (cli, "search", cli->file, SECRET, NULL);
  g_assert_null (strstr (cli->out, SECRET));
  cli_good (cli, "history", cli->file);
  g_assert_null (strstr (cli->out, SECRET));
  g_assert_null (strstr (cli->out, "Amina"));
  cli_good (cli, "backup", cli->file, backup);
  cli_good (cli, "report", cli->file, "--output", report);
  assert_silent (cli, "elm.sixfold");
  assert_silent (cli, "copy.sixfold");
  assert_silent (cli, "report.pdf");
  assert_silent (cli, "script.pdf");
}

/* Off the list, back, and gone; passphrases are no words of the command line. */
static void
test_end (Cli *cli, gconstpointer data)
{
  g_auto (Phrases) phrases = { 0 };
  g_autofree char *pdf = cli_path (cli, "amina.pdf");
  GStatBuf about;

  set_up (cli, &phrases, "--quiet");
  cli_bad (cli, 2, "no terminal", "performance", "show", cli->file, "amina");
  cli_good (cli, "performance", "print", cli->file, "amina", pdf, WITH (phrases.reviewer));
  g_assert_no_errno (g_stat (pdf, &about));
  g_assert_cmpuint (about.st_mode & 077, ==, 0);
  cli_bad (cli, 2, "no terminal", "performance", "retire", cli->file, "amina");
  cli_good (cli, "performance", "retire", cli->file, "amina", WITH (phrases.reviewer));
  cli_good (cli, "performance", "list", cli->file);
  g_assert_cmpstr (cli->out, ==, "");
  cli_good (cli, "performance", "restore", cli->file, "amina");
  cli_good (cli, "performance", "list", cli->file);
  cli_assert_says (cli->out, "Amina Okoro, September 2026 to August 2027\n  Deputy · locked\n");
  cli_bad (cli, 3, "name", "performance", "erase", cli->file, "amina", "--reason",
           "Amina asked for it", WITH (phrases.person), "--yes");
  cli_good (cli, "performance", "erase", cli->file, "amina", "--reason", "Its time is over");
  cli_assert_says (cli->out, "Nothing was done");
  cli_bad (cli, 2, "no terminal", "performance", "erase", cli->file, "amina", "--reason",
           "Its time is over", "--yes");
  cli_bad (cli, 3, "not the name of the person", "performance", "erase", cli->file, "amina",
           "--reason", "Its time is over", "--unopened", "Amina", "--yes");
  cli_good (cli, "performance", "erase", cli->file, "amina", "--reason", "All passphrases are lost",
            "--unopened", "amina  OKORO", "--yes");
  cli_good (cli, "history", cli->file);
  cli_assert_says (cli->out, "Destroyed a confidential record without its being opened on ");
  cli_assert_says (cli->out, ", because: All passphrases are lost");
  g_assert_null (strstr (cli->out, "Amina"));
  cli_bad (cli, 3, "no performance management", "performance", "show", cli->file, "amina",
           WITH (phrases.person));
  cli_good (cli, "check", cli->file);
}

/* What is judged of the head, locked: nobody else sees that it says anything, by command or in what
 * is written for others; by the passphrase all of it is there. */
static void
test_head (Cli *cli, gconstpointer data)
{
  g_autofree char *phrase = cli_write (cli, "head", "nobody counts the herons\n");
  g_autofree char *other = cli_write (cli, "other", "lanterns over the estuary\n");
  g_autofree char *report = cli_path (cli, "report.pdf"), *own = cli_path (cli, "own.pdf");
  g_autofree char *pack = cli_path (cli, "pack");

  cli_good (cli, "judge", cli->file, "LLD-K1", "--level", "2", "--strengths", SECRET " first");
  cli_good (cli, "judge", cli->file, "LLD-K1", "--strengths", SECRET " then");
  cli_good (cli, "search", cli->file, SECRET);
  cli_bad (cli, 3, "recovery key", "performance", "lock-head", cli->file, "--name", "Margaret Hale",
           "--yes", WITH (phrase), "--light");
  cli_good (cli, "performance", "recovery", cli->file, "--quiet");
  cli_good (cli, "performance", "lock-head", cli->file);
  cli_assert_says (cli->out, "Nothing was done");
  cli_bad (cli, 3, "name of the head", "performance", "lock-head", cli->file, "--yes",
           WITH (phrase), "--light");
  cli_bad (cli, 3, "not locked", "performance", "judge-head", cli->file, "LLD-K2", "--level", "1",
           WITH (phrase));
  cli_good (cli, "performance", "lock-head", cli->file, "--name", "Margaret Hale", "--yes",
            WITH (phrase), "--light");
  cli_bad (cli, 3, "locked", "judge", cli->file, "LLD-K1", "--strengths", "in the open");
  cli_good (cli, "performance", "judge-head", cli->file, "LLD-K2", "--level", "Developing",
            "--improvements", SECRET " more", WITH (phrase));
  cli_run (cli, "search", cli->file, SECRET, NULL);
  g_assert_null (strstr (cli->out, SECRET));
  cli_good (cli, "history", cli->file);
  g_assert_null (strstr (cli->out, SECRET));
  cli_good (cli, "performance", "list", cli->file);
  g_assert_cmpstr (cli->out, ==, "");
  cli_good (cli, "report", cli->file, "--annex", "--output", report);
  cli_good (cli, "evidence", "pack", cli->file, "--for", "centre", "--head", "--output", pack);
  assert_silent (cli, "elm.sixfold");
  assert_pdf_silent (cli, "report.pdf");
  count_silent (cli, "pack");
  cli_bad (cli, 3, "does not open", "performance", "show", cli->file, "@head", WITH (other));
  cli_good (cli, "performance", "show", cli->file, "@head", WITH (phrase));
  cli_assert_says (cli->out, "LLD-K1\n   Level: Secure\n   What is strong: " SECRET " then\n");
  cli_good (cli, "performance", "show", cli->file, "@head", "--json", WITH (phrase));
  cli_assert_json (cli, "$.judged[1].level", "3");
  cli_assert_json (cli, "$.judged[1].improvements", SECRET " more");
  cli_good (cli, "performance", "print", cli->file, "@head", own, WITH (phrase));
  cli_good (cli, "check", cli->file);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/cli/performance/" name, Cli, NULL, cli_setup_file, test, cli_teardown)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("cycle", test_cycle);
  ADD ("readers", test_readers);
  ADD ("silent", test_silent);
  ADD ("silent-outside", test_silent_outside);
  ADD ("end", test_end);
  ADD ("head", test_head);
  return g_test_run ();
}

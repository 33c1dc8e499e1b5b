/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Reports for every audience from the command line, and what the file keeps of what was chosen. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli-test-util.h"

static const char *const audiences[] = {
  "governors", "parents", "authority", "staff", "head", "job-description", "person-specification",
  "forms"
};

static char *
read_file (const char *path)
{
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* --- writing ---------------------------------------------------------------------------------- */

static void
test_formats (Cli *cli, gconstpointer data)
{
  static const char *const formats[][2]
      = { { "pdf", "%PDF-" }, { "odt", "PK" }, { "html", "<!DOCTYPE html" } };

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    for (guint k = 0; k < G_N_ELEMENTS (formats); k++)
      {
        g_autofree char *name = g_strdup_printf ("%s.%s", audiences[i], formats[k][0]);
        g_autofree char *path = cli_path (cli, name), *text = NULL;
        gboolean confidential = strcmp (audiences[i], "head") == 0;
        struct stat info;

        /* the format is how the name ends */
        cli_good (cli, "report", cli->file, "--audience", audiences[i], "-o", path);
        text = read_file (path);
        g_assert_true (g_ascii_strncasecmp (text, formats[k][1], strlen (formats[k][1])) == 0);
        g_assert_cmpint (g_stat (path, &info), ==, 0);
        g_assert_cmpint (info.st_mode & 0077, ==, confidential ? 0 : 0044);
      }
}

/* The tables alone: the same by the format's word and by how the name ends. */
static void
test_tables (Cli *cli, gconstpointer data)
{
  static const char *const formats[][2] = { { "xlsx", "xlsx" }, { "csv", "zip" } };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *named = g_strconcat ("tables.", formats[i][1], NULL);
      g_autofree char *path = cli_path (cli, named), *other = cli_path (cli, "tables");
      g_autofree char *text = NULL, *again = NULL;
      gsize length, more;

      cli_good (cli, "report", cli->file, "-o", path);
      cli_good (cli, "report", cli->file, "--format", formats[i][0], "-o", other);
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_assert_true (g_file_get_contents (other, &again, &more, NULL));
      g_assert_cmpmem (text, length, again, more);
      g_assert_cmpmem (text, 4, "PK\3\4", 4);
      g_assert_cmpuint (length, >, 500);
    }
}

/* A job description has no table; what a spreadsheet has not is not called one. */
static void
test_no_tables (Cli *cli, gconstpointer data)
{
  g_autofree char *zip = cli_path (cli, "tables.zip"), *csv = cli_path (cli, "tables.csv");

  cli_bad (cli, 3, "has no tables", "report", cli->file, "-a", "job-description", "-o", zip);
  g_assert_false (g_file_test (zip, G_FILE_TEST_EXISTS));
  cli_bad (cli, 2, "end with .zip", "report", cli->file, "-o", csv);
  g_assert_false (g_file_test (csv, G_FILE_TEST_EXISTS));
}

/* A report that has become longer than its readers are meant to get says so, and why; large print
 * may be as long as it is. */
static void
test_too_long (Cli *cli, gconstpointer data)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *path = cli_path (cli, "long.pdf");

  cli_good (cli, "report", cli->file, "-o", path);
  g_assert_null (strstr (cli->out, "at most"));
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (note, "Line %u of a long letter.\n", i + 1);
  cli_good (cli, "report", cli->file, "--note", note->str, "-o", path);
  cli_assert_says (cli->out, "It should have 8 at most: shorten the covering note");
  cli_good (cli, "report", cli->file, "--note", note->str, "--large-print", "-o", path);
  g_assert_null (strstr (cli->out, "at most"));
}

static void
test_refused (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "report.pdf");

  cli_bad (cli, 2, "There are: governors, parents,", "report", cli->file, "-a", "everybody", "-o",
           path);
  cli_bad (cli, 2, "pdf, odt, html, xlsx or csv", "report", cli->file, "--format", "doc", "-o",
           path);
  cli_bad (cli, 2, "-o", "report", cli->file);
  cli_bad (cli, 2, "--json goes with --checks", "report", cli->file, "--json", "-o", path);
  cli_bad (cli, 2, "writes no report", "report", cli->file, "--checks", "-o", path);
  cli_bad (cli, 3, "no section", "report", cli->file, "--without", "poems", "-o", path);
  cli_bad (cli, 3, "no section", "report", cli->file, "-a", "parents", "--section", "resources",
           "-o", path);
  cli_bad (cli, 3, "may not be left out", "report", cli->file, "--without", "not-judged", "-o",
           path);
  cli_bad (cli, 3, "no key area", "report", cli->file, "-a", "forms", "--area", "XYZ", "-o", path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What nobody can look up is said; the report is written all the same. */
static void
test_short_forms (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "report.html"), *text = NULL;

  cli_good (cli, "set", cli->file, "evaluation", "improved", "The QWE and the EYFS. See LLD-S5.");
  cli_run (cli, "report", cli->file, "-o", path, NULL);
  g_assert_cmpint (cli->code, ==, 0);
  cli_assert_says (cli->err, "what this stands for: QWE. Please");
  text = read_file (path);
  cli_assert_says (text, "Early Years Foundation Stage");
  cli_assert_says (text, "See “Parents as experts on their child”.");
}

static void
test_words (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "report.html"), *text = NULL;

  cli_good (cli, "report", cli->file, "--without", "resources", "--section", "plan", "--note",
            "Please read page three first.", "-o", path);
  text = read_file (path);
  cli_assert_says (text, "Left out at the head’s choice: Finance and staffing.");
  cli_assert_says (text, "Please read page three first.");
  g_assert_true (strstr (text, ">What is planned<")
                 < strstr (text, ">Progress on what we agreed<"));
  /* it was said for once, and is not kept */
  cli_good (cli, "report", "choices", cli->file, "--json");
  cli_assert_json (cli, "$.covering_note", NULL);
  cli_assert_json (cli, "$.sections", "[]");
}

/* --- lists ------------------------------------------------------------------------------------ */

static void
test_audiences (Cli *cli, gconstpointer data)
{
  cli_good (cli, "report", "audiences", "--json");
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      g_autofree char *id = g_strdup_printf ("$.audiences[%u].audience", i);
      g_autofree char *section = g_strdup_printf ("$.audiences[%u].sections[0].section", i);
      g_autofree char *found = cli_json (cli, section);

      cli_assert_json (cli, id, audiences[i]);
      g_assert_nonnull (found);
    }
  cli_assert_json (cli, "$.audiences[0].max_pages", "8");
  cli_assert_json (cli, "$.audiences[1].max_pages", "4");
  cli_assert_json (cli, "$.audiences[2].max_pages", NULL);
  cli_assert_json (cli, "$.audiences[4].confidential", "1");
  cli_assert_json (cli, "$.audiences[0].sections[0].required", "1");
  cli_good (cli, "report", "audiences");
  cli_assert_says (cli->out, "not-judged");
  cli_assert_says (cli->out, "(always in it)");
}

static void
test_checks (Cli *cli, gconstpointer data)
{
  g_autofree char *kind = NULL, *page = NULL;

  cli_good (cli, "report", cli->file, "--checks", "--json");
  kind = cli_json (cli, "$.checks[0].kind");
  page = cli_json (cli, "$.checks[0].page");
  g_assert_cmpstr (kind, ==, "summary");
  g_assert_cmpstr (page, ==, "overview");
  cli_good (cli, "report", cli->file, "--checks");
  cli_assert_says (cli->out, "The summary for the committee is not complete\n");
}

/* --- what is kept ----------------------------------------------------------------------------- */

static void
test_choose (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "report.html"), *text = NULL, *again = NULL;

  cli_good (cli, "report", "choose", cli->file, "--without", "outcomes", "--section", "resources",
            "--section", "progress", "--note", "For the meeting in May.", "--annex");
  cli_good (cli, "report", "choices", cli->file, "--json");
  cli_assert_json (cli, "$.audience", "governors");
  cli_assert_json (cli, "$.annex", "1");
  cli_assert_json (cli, "$.covering_note", "For the meeting in May.");
  cli_assert_json (cli, "$.sections[0].section", "resources");
  cli_assert_json (cli, "$.sections[1].section", "progress");
  cli_good (cli, "report", cli->file, "-o", path);
  text = read_file (path);
  cli_assert_says (text, "Left out at the head’s choice: Outcomes for children and families.");
  cli_assert_says (text, ">Annex<");
  /* other audiences are not touched */
  cli_good (cli, "report", "choices", cli->file, "-a", "parents", "--json");
  cli_assert_json (cli, "$.annex", "0");
  /* each is a step with a name, and is undone */
  cli_good (cli, "history", cli->file);
  cli_assert_says (cli->out, "Report, Governing body: Sections");
  cli_good (cli, "report", "choose", cli->file, "--usual", "--no-annex", "--note", "");
  cli_good (cli, "report", "choices", cli->file, "--json");
  cli_assert_json (cli, "$.sections", "[]");
  cli_assert_json (cli, "$.covering_note", NULL);
  cli_assert_json (cli, "$.annex", "0");
  for (guint i = 0; i < 3; i++)
    cli_good (cli, "undo", cli->file);
  cli_good (cli, "report", "choices", cli->file, "--json");
  cli_assert_json (cli, "$.sections[0].section", "resources");
  cli_assert_json (cli, "$.covering_note", "For the meeting in May.");
  cli_assert_json (cli, "$.annex", "1");
  cli_good (cli, "report", cli->file, "-o", path);
  again = read_file (path);
  g_assert_cmpstr (again, ==, text);
  cli_good (cli, "check", cli->file);
}

static void
test_statements (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "person.html"), *text = NULL;

  cli_good (cli, "report", "choose", cli->file, "-a", "person-specification", "--statement",
            "lld-k1", "--statement", "SFC-Q1", "--required", "essential", "--assessed",
            "reference,interview");
  cli_good (cli, "report", "choose", cli->file, "-a", "person-specification", "--statement",
            "LLD-Q1", "--required", "desirable");
  cli_good (cli, "report", "choose", cli->file, "-a", "person-specification", "--drop", "SFC-Q1");
  cli_good (cli, "report", "choices", cli->file, "-a", "person-specification", "--json");
  cli_assert_json (cli, "$.statements[0].statement", "LLD-K1");
  cli_assert_json (cli, "$.statements[0].requirement", "essential");
  /* in the order of the list, however they were named */
  cli_assert_json (cli, "$.statements[0].assessed_by", "interview reference");
  cli_assert_json (cli, "$.statements[1].statement", "LLD-Q1");
  cli_assert_json (cli, "$.statements[1].assessed_by", NULL);
  g_assert_null (strstr (cli->out, "SFC-Q1"));
  cli_good (cli, "report", cli->file, "-a", "person-specification", "-o", path);
  text = read_file (path);
  cli_assert_says (text, "Interview, reference");
  g_assert_null (strstr (text, "Moves people to act together"));
  cli_bad (cli, 3, "was not chosen", "report", "choose", cli->file, "-a", "person-specification",
           "--drop", "SFC-Q1");
  cli_bad (cli, 3, "not one of the words", "report", "choose", cli->file, "-a",
           "person-specification", "--statement", "LLD-K1", "--required", "nice");
  cli_bad (cli, 3, "not one of the words", "report", "choose", cli->file, "-a",
           "person-specification", "--statement", "LLD-K1", "--assessed", "oracle");
  cli_bad (cli, 2, "Statements are chosen for", "report", "choose", cli->file, "--statement",
           "LLD-K1");
  cli_bad (cli, 3, "is not kept", "report", "choose", cli->file, "-a", "head", "--note", "Mine.");
  cli_bad (cli, 2, "the opposite", "report", "choose", cli->file, "--annex", "--no-annex");
}

/* What was chosen last year holds this year, until something else is; the note does not. */
static void
test_next_year (Cli *cli, gconstpointer data)
{
  cli_good (cli, "report", "choose", cli->file, "-a", "person-specification", "--statement",
            "LLD-K1", "--required", "essential", "--note", "To all who apply.", "--without",
            "source");
  cli_good (cli, "evaluation", "add", cli->file, "--title", "Next", "--starts", "2027-04-01",
            "--ends", "2028-03-31");
  cli_good (cli, "report", "choose", cli->file, "-a", "person-specification", "--statement",
            "LLD-Q1");
  cli_good (cli, "report", "choices", cli->file, "-a", "person-specification", "--json");
  cli_assert_json (cli, "$.covering_note", NULL);
  cli_assert_json (cli, "$.statements[0].statement", "LLD-K1");
  cli_assert_json (cli, "$.statements[0].requirement", "essential");
  cli_assert_json (cli, "$.statements[1].statement", "LLD-Q1");
  cli_good (cli, "report", "choices", cli->file, "-e", "April 2026", "-a", "person-specification",
            "--json");
  g_assert_null (strstr (cli->out, "LLD-Q1"));
  cli_assert_json (cli, "$.covering_note", "To all who apply.");
}

/* --- the example ------------------------------------------------------------------------------ */

/* How many pages the line says that was printed. */
static guint
get_pages (Cli *cli)
{
  const char *colon = strrchr (cli->out, ':');

  g_assert_nonnull (colon);
  return (guint)g_ascii_strtoull (colon + 2, NULL, 10);
}

static guint
write_example (Cli *cli, const char *audience, const char *option, const char *name)
{
  g_autofree char *path = cli_path (cli, name);

  cli_run (cli, "report", cli->file, "-a", audience, "-o", path, option, NULL);
  g_assert_cmpint (cli->code, ==, 0);
  return get_pages (cli);
}

/* The text of a web page without what is in angles. */
static char *
strip (const char *page)
{
  const char *body = strstr (page, "<body");
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *html = g_strdup (body);
  char *annex = strstr (html, ">Annex<");

  if (annex != NULL)
    *annex = '\0';
  return g_regex_replace_literal (tags, html, -1, 0, "\n", 0, NULL);
}

/* No code, and every short form explained. */
static void
assert_plain (const char *text)
{
  g_autoptr (GRegex) capitals = g_regex_new ("\\b[A-Z]{2,6}\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *explained = strstr (text, "Short forms");

  g_assert_false (g_regex_match_simple ("[A-Z]{3}-[SKQ][0-9]", text, 0, 0));
  for (g_regex_match (capitals, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);
      g_autofree char *with = g_strdup_printf ("%s: ", word);

      /* the publication's number, and a bullet */
      if (strcmp (word, "DOM") == 0 || strcmp (word, "EN") == 0 || strcmp (word, "NHS") == 0)
        continue;
      g_test_message ("%s", word);
      g_assert_nonnull (explained);
      g_assert_true (strstr (explained, word) != NULL || strstr (explained, with) != NULL);
    }
}

static void
test_example (Cli *cli, gconstpointer data)
{
  static const char *const plain[] = { "governors", "parents", "staff" };
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (g_getenv ("SIXFOLD_EXAMPLE"), &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (cli->file, bytes, (gssize)length, NULL));
  g_assert_cmpuint (write_example (cli, "governors", NULL, "a.pdf"), ==, 8);
  g_assert_cmpuint (write_example (cli, "governors", "--annex", "b.pdf"), ==, 8);
  g_assert_cmpuint (write_example (cli, "parents", NULL, "c.pdf"), <=, 4);
  g_assert_cmpuint (write_example (cli, "parents", "--large-print", "d.pdf"), >, 2);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *path = cli_path (cli, "plain.html"), *page = NULL, *text = NULL;

      write_example (cli, plain[i], NULL, "plain.html");
      page = read_file (path);
      text = strip (page);
      assert_plain (text);
    }
  g_assert_cmpuint (write_example (cli, "person-specification", NULL, "e.pdf"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/report/formats", Cli, NULL, cli_setup_file, test_formats, cli_teardown);
  g_test_add ("/cli/report/tables", Cli, NULL, cli_setup_file, test_tables, cli_teardown);
  g_test_add ("/cli/report/no-tables", Cli, NULL, cli_setup_file, test_no_tables, cli_teardown);
  g_test_add ("/cli/report/too-long", Cli, NULL, cli_setup_file, test_too_long, cli_teardown);
  g_test_add ("/cli/report/refused", Cli, NULL, cli_setup_file, test_refused, cli_teardown);
  g_test_add ("/cli/report/short-forms", Cli, NULL, cli_setup_file, test_short_forms, cli_teardown);
  g_test_add ("/cli/report/words", Cli, NULL, cli_setup_file, test_words, cli_teardown);
  g_test_add ("/cli/report/audiences", Cli, NULL, cli_setup_file, test_audiences, cli_teardown);
  g_test_add ("/cli/report/checks", Cli, NULL, cli_setup_file, test_checks, cli_teardown);
  g_test_add ("/cli/report/choose", Cli, NULL, cli_setup_file, test_choose, cli_teardown);
  g_test_add ("/cli/report/statements", Cli, NULL, cli_setup_file, test_statements, cli_teardown);
  g_test_add ("/cli/report/next-year", Cli, NULL, cli_setup_file, test_next_year, cli_teardown);
  g_test_add ("/cli/report/example", Cli, NULL, cli_setup_file, test_example, cli_teardown);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <gio/gio.h>
#include <string.h>

/* Every count, status and spread of the example, worked out anew in SQL from the rows alone, and
 * held against what the command line and the report say. */

#define TODAY "2026-11-22"

static const char *const area_codes[] = { "LLD", "SFC", "BAR", "SPF", "MTO", "BST" };
static const char *const level_words[]
    = { "outstanding", "good", "requires improvement", "inadequate" };

/* The agreed judgements of the evaluation's centre standards, with their area. In section 05 to 10
 * the head's own standards are these four; knowledge, qualities and skills are all the head's. */
#define CENTRE_STANDARDS                                                                           \
  "(SELECT substr (statement_code, 1, 3) AS area, level, not_applicable FROM judgement"            \
  " WHERE contributor IS NULL AND evaluation = %d AND statement_code LIKE '___-S%%'"               \
  " AND statement_code NOT IN ('LLD-S8', 'BAR-S6', 'MTO-S4', 'BST-S6'))"

typedef struct
{
  Cli cli;
  sqlite3 *database;
  int evaluation;    /* its id */
  const char *title; /* how the command line names it */
  char *report;      /* the report's text without white space */
} Counts;

static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  return g_string_free (out, FALSE);
}

/* Of the example it may say which numbers to look at, and nothing else. */
static void
assert_only_numbers (const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (*lines[i] == '\0'
                   || g_str_has_prefix (lines[i], "sixfold-cli: Before you print: "));
}

static void
read_report (Counts *self)
{
  g_autofree char *pdf = cli_path (&self->cli, "report.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  cli_run (&self->cli, "report", self->cli.file, "-e", self->title, "--audience", "governors",
           "--annex", "-o", pdf, NULL);
  assert_only_numbers (self->cli.err);
  g_assert_cmpint (self->cli.code, ==, 0);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("PDFTOTEXT"),
                              "-raw", pdf, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  self->report = squeeze (text);
}

static void
setup (Counts *self, gconstpointer data)
{
  g_autoptr (GFile) example = g_file_new_for_path (g_getenv ("SIXFOLD_EXAMPLE"));
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GError) error = NULL;

  cli_setup (&self->cli, NULL);
  copy = g_file_new_for_path (self->cli.file);
  g_file_copy (example, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->title = data;
  self->database = cli_open_database (self->cli.file);
  self->evaluation
      = (int)cli_sql_int (self->database, "SELECT id FROM evaluation WHERE title LIKE '%s%%'",
                          self->title);
  self->report = NULL;
}

static void
teardown (Counts *self, gconstpointer data)
{
  g_free (self->report);
  g_assert_cmpint (sqlite3_close (self->database), ==, SQLITE_OK);
  cli_teardown (&self->cli, NULL);
}

static void
assert_reported (Counts *self, const char *words)
{
  g_autofree char *squeezed = squeeze (words);

  if (strstr (self->report, squeezed) == NULL)
    g_error ("the report does not say “%s”", words);
}

static gint64
count (Counts *self, const char *area, const char *where)
{
  return cli_sql_int (self->database,
                      "SELECT count(*) FROM " CENTRE_STANDARDS " WHERE area LIKE '%s' AND %s",
                      self->evaluation, area, where);
}

/* --- progress and spread
 * ---------------------------------------------------------------------------- */

static void
assert_int (Counts *self, gint64 expected, const char *format, const char *where)
{
  g_autofree char *path = g_strdup_printf (format, where);

  g_assert_cmpint (cli_json_int (&self->cli, path), ==, expected);
}

static void
assert_progress (Counts *self, const char *area, const char *where)
{
  gint64 judged = count (self, area, "level IS NOT NULL");
  gint64 apart = count (self, area, "not_applicable IS NOT NULL");
  gint64 total = count (self, area, "1");

  assert_int (self, judged, "%s.progress.judged", where);
  assert_int (self, apart, "%s.progress.not_applicable", where);
  assert_int (self, judged + apart, "%s.progress.done", where);
  assert_int (self, total - judged - apart, "%s.progress.left", where);
  assert_int (self, total, "%s.progress.total", where);
}

/* "1 outstanding, 6 good, 2 not judged yet", from the counts */
static char *
spread_in_words (Counts *self, const char *area)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint level = 1; level <= G_N_ELEMENTS (level_words); level++)
    {
      g_autofree char *where = g_strdup_printf ("level = %u", level);
      int n = (int)count (self, area, where);

      if (n > 0)
        g_ptr_array_add (parts, g_strdup_printf ("%d %s", n, level_words[level - 1]));
    }
  if (count (self, area, "level IS NULL AND not_applicable IS NULL") > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf ("%d not judged yet",
                                      (int)count (self, area,
                                                  "level IS NULL AND not_applicable IS NULL")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **)parts->pdata);
}

static void
assert_spread (Counts *self, const char *area, const char *where)
{
  g_autofree char *words = spread_in_words (self, area);
  g_autofree char *path = g_strdup_printf ("%s.spread.text", where);
  g_autofree char *reported = g_strdup_printf ("Its standards: %s.", words);

  for (guint level = 1; level <= G_N_ELEMENTS (level_words); level++)
    {
      g_autofree char *at = g_strdup_printf ("%s.spread.levels[%u].count", where, level - 1);
      g_autofree char *having = g_strdup_printf ("level = %u", level);

      g_assert_cmpint (cli_json_int (&self->cli, at), ==, count (self, area, having));
    }
  assert_int (self, count (self, area, "level IS NULL AND not_applicable IS NULL"),
              "%s.spread.not_judged", where);
  cli_assert_json (&self->cli, path, words);
  assert_reported (self, reported);
}

static void
test_progress_and_spread (Counts *self, gconstpointer data)
{
  read_report (self);
  cli_good (&self->cli, "info", self->cli.file, "-e", self->title, "--json");
  g_assert_cmpint (count (self, "%", "1"), ==, 49);
  assert_progress (self, "%", "$");
  for (guint i = 0; i < G_N_ELEMENTS (area_codes); i++)
    {
      g_autofree char *where = g_strdup_printf ("$.areas[%u]", i);
      g_autofree char *code = g_strdup_printf ("%s.code", where);
      int left = (int)count (self, area_codes[i], "level IS NULL AND not_applicable IS NULL");

      cli_assert_json (&self->cli, code, area_codes[i]);
      assert_progress (self, area_codes[i], where);
      assert_spread (self, area_codes[i], where);
      if (left > 0)
        {
          g_autofree char *words
              = g_strdup_printf (left == 1 ? "%d of its %d standards was not judged"
                                           : "%d of its %d standards were not judged",
                                 left, (int)count (self, area_codes[i], "1"));
          assert_reported (self, words);
        }
    }
}

/* --- grades ------------------------------------------------------------------------------ */

#define GRADE                                                                                      \
  "SELECT CASE WHEN level IS NULL THEN 'none'"                                                     \
  " WHEN agreed_by IS NULL OR agreed_on IS NULL THEN 'proposed' ELSE 'agreed' END AS state,"       \
  " level, agreed_by, CAST (strftime ('%%d', agreed_on) AS INTEGER) AS day,"                       \
  " substr ('January  February March    April    May      June     July     August   '"            \
  "  || 'SeptemberOctober  November December', strftime ('%%m', agreed_on) * 9 - 8, 9) AS month,"  \
  " strftime ('%%Y', agreed_on) AS year,"                                                          \
  " (SELECT last.level FROM area_judgement AS last WHERE last.area_code = now.area_code"           \
  "  AND last.evaluation = (SELECT predecessor FROM evaluation WHERE id = now.evaluation))"        \
  " AS before FROM area_judgement AS now WHERE evaluation = %1$d AND area_code = '%2$s'"

static char *
ask_grade (Counts *self, const char *code, const char *what)
{
  return cli_sql_text (self->database, "SELECT %3$s FROM (" GRADE ")", self->evaluation, code,
                       what);
}

/* "Agreed by the leadership team on 19 November 2026. Better than last year." */
static char *
grade_in_words (Counts *self, const char *code)
{
  return ask_grade (self, code,
                    "CASE state WHEN 'none' THEN 'Not graded yet.'"
                    " WHEN 'proposed' THEN 'Proposed by the head, not yet agreed.'"
                    " ELSE 'Agreed by ' || agreed_by || ' on ' || day || ' ' || trim (month)"
                    "  || ' ' || year || '.' END"
                    " || CASE WHEN level IS NULL OR before IS NULL THEN ''"
                    " WHEN level < before THEN ' Better than last year.'"
                    " WHEN level > before THEN ' Lower than last year.'"
                    " ELSE ' The same as last year.' END");
}

/* In the table of the summary page a grade follows the area's title. */
static void
assert_in_summary (Counts *self, const char *title, const char *level)
{
  const char *grade
      = level != NULL ? level_words[g_ascii_strtoll (level, NULL, 10) - 1] : "not graded yet";
  g_autofree char *row = g_strconcat (title, " ", grade, NULL);
  g_autofree char *squeezed = squeeze (row);
  g_autofree char *low_row = g_utf8_strdown (squeezed, -1);
  const char *table = strstr (self->report, "KeyareaGrade");
  const char *end = table != NULL ? strstr (table, "Whatimproved") : NULL;
  g_autofree char *page = NULL, *low_page = NULL;

  g_assert_nonnull (end);
  page = g_strndup (table, (gsize)(end - table));
  low_page = g_utf8_strdown (page, -1);
  if (strstr (low_page, low_row) == NULL)
    g_error ("the summary does not say “%s”", row);
}

static void
assert_grade (Counts *self, const char *code, const char *where)
{
  g_autofree char *level = ask_grade (self, code, "level");
  g_autofree char *state = ask_grade (self, code, "state");
  g_autofree char *before = ask_grade (self, code, "before");
  g_autofree char *level_path = g_strdup_printf ("%s.grade.level", where);
  g_autofree char *state_path = g_strdup_printf ("%s.grade.state", where);
  g_autofree char *before_path = g_strdup_printf ("%s.grade.last_level", where);
  g_autofree char *title_path = g_strdup_printf ("%s.title", where);
  g_autofree char *title
      = g_str_equal (code, "*") ? g_strdup ("The whole centre") : cli_json (&self->cli, title_path);

  cli_assert_json (&self->cli, level_path, level);
  cli_assert_json (&self->cli, state_path, state);
  cli_assert_json (&self->cli, before_path, before);
  assert_in_summary (self, title, level);
  if (!g_str_equal (code, "*"))
    {
      g_autofree char *words = grade_in_words (self, code);
      g_autofree char *spread = spread_in_words (self, code);
      g_autofree char *said = g_strdup_printf ("%s Its standards: %s.", words, spread);

      assert_reported (self, said);
    }
}

static void
test_grades (Counts *self, gconstpointer data)
{
  read_report (self);
  cli_good (&self->cli, "info", self->cli.file, "-e", self->title, "--json");
  assert_grade (self, "*", "$");
  for (guint i = 0; i < G_N_ELEMENTS (area_codes); i++)
    {
      g_autofree char *where = g_strdup_printf ("$.areas[%u]", i);
      assert_grade (self, area_codes[i], where);
    }
}

/* --- targets
 * ----------------------------------------------------------------------------------------- */

/* The rule of a target's status, written a second time, in SQL. @today and the evaluation go in. */
#define TARGETS                                                                                    \
  "WITH t AS (SELECT target.*, ifnull (target.starts_on, evaluation.starts_on) AS first"           \
  "  FROM target JOIN evaluation ON evaluation.id = target.evaluation"                             \
  "  WHERE retired_at IS NULL AND (target.evaluation = %1$d OR (evaluation.starts_on <"            \
  "   (SELECT starts_on FROM evaluation WHERE id = %1$d) AND (outcome IS NULL OR due_on >="        \
  "   (SELECT starts_on FROM evaluation WHERE id = %1$d)))))"                                      \
  ", read AS (SELECT t.*, (SELECT value FROM review WHERE target = t.id AND value IS NOT NULL"     \
  "   AND reviewed_on BETWEEN first AND '" TODAY "' ORDER BY reviewed_on DESC LIMIT 1) AS value,"  \
  "  (SELECT reviewed_on FROM review WHERE target = t.id AND value IS NOT NULL"                    \
  "   AND reviewed_on BETWEEN first AND '" TODAY "' ORDER BY reviewed_on DESC LIMIT 1) AS day,"    \
  "  (SELECT status FROM review WHERE target = t.id AND status IS NOT NULL"                        \
  "   AND reviewed_on BETWEEN first AND '" TODAY "' ORDER BY reviewed_on DESC LIMIT 1) AS said,"   \
  "  (SELECT reviewed_on FROM review WHERE target = t.id AND status IS NOT NULL"                   \
  "   AND reviewed_on BETWEEN first AND '" TODAY "' ORDER BY reviewed_on DESC LIMIT 1) AS said_on" \
  "  FROM t)"                                                                                      \
  ", way AS (SELECT *, (value - baseline) / (goal - baseline) AS gone,"                            \
  "  min (1.0, max (0.0, (julianday (day) - julianday (first))"                                    \
  "   / (julianday (due_on) - julianday (first)))) AS line FROM read)"                             \
  ", judged AS (SELECT title, due_on, CASE"                                                        \
  "  WHEN outcome IS NOT NULL THEN outcome"                                                        \
  "  WHEN gone >= 0.999999 THEN 'met'"                                                             \
  "  WHEN gone IS NOT NULL AND due_on < '" TODAY "' AND julianday (due_on) - julianday (day)"      \
  "   > CASE pace WHEN 'yearly' THEN 366 ELSE 120 END THEN 'not-read'"                             \
  "  WHEN gone IS NOT NULL AND due_on < '" TODAY "' THEN 'not-met'"                                \
  "  WHEN gone IS NOT NULL AND line - gone <= 0.1000001 THEN 'on-track'"                           \
  "  WHEN gone IS NOT NULL AND line - gone <= 0.2500001 THEN 'at-risk'"                            \
  "  WHEN gone IS NOT NULL THEN 'off-track'"                                                       \
  "  WHEN said IS NOT NULL AND said <> 'met' AND due_on < '" TODAY "' AND"                         \
  "   julianday (due_on) - julianday (said_on) > CASE pace WHEN 'yearly' THEN 366 ELSE 120 END"    \
  "   THEN 'not-read'"                                                                             \
  "  WHEN said IS NOT NULL AND said <> 'met' AND due_on < '" TODAY "' THEN 'not-met'"              \
  "  WHEN said IS NOT NULL THEN said ELSE 'no-reading' END AS status,"                             \
  "  outcome IS NULL AND NOT (gone IS NOT NULL AND gone >= 0.999999) AS open FROM way) "

static const char *
label_of (const char *status)
{
  static const char *const words[][2] = { { "no-reading", "No reading yet" },
                                          { "on-track", "On track" },
                                          { "at-risk", "At risk" },
                                          { "off-track", "Off track" },
                                          { "met", "Met" },
                                          { "not-met", "Not met" },
                                          { "not-read", "No reading at the end" },
                                          { "dropped", "Dropped" } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], status))
      return words[i][1];
  g_error ("no status %s", status);
}

/* At an area each target is told one by one, "• This one – At risk.", or where that takes too much
 * room, a line of the targets of one status names them: "• At risk: this one; that one." */
static gboolean
is_named_at_area (Counts *self, const char *name, const char *status)
{
  g_autofree char *begin = g_strdup_printf ("•%s:", status);
  g_autofree char *alone = g_strdup_printf ("•%s–%s.", name, status);

  if (strstr (self->report, alone) != NULL)
    return TRUE;
  for (const char *at = strstr (self->report, begin); at != NULL; at = strstr (at + 1, begin))
    {
      const char *found = strstr (at, name), *end = strchr (at, '.');

      if (found != NULL && end != NULL && found < end)
        return TRUE;
    }
  return FALSE;
}

/* The label in the report's table of progress that follows a title. */
static const char *
find_progress (Counts *self, const char *name)
{
  static const char *const labels[]
      = { "Noreadingyet", "Ontrack",           "Atrisk", "Offtrack", "Met",
          "Notmet",       "Noreadingattheend", "Dropped" };
  const char *table = strstr (self->report, "TargetWherewebegan");
  const char *row = table != NULL ? strstr (table, name) : NULL;
  const char *nearest = NULL, *which = NULL;

  if (row == NULL)
    g_error ("the table of progress lacks “%s”", name);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *found = strstr (row + strlen (name), labels[i]);
      if (found != NULL && (nearest == NULL || found < nearest))
        {
          nearest = found;
          which = labels[i];
        }
    }
  return which;
}

/* Where there is not room for all, the table has those that are behind or late. */
static void
assert_status_reported (Counts *self, const char *title, const char *status)
{
  g_autofree char *name = squeeze (title);
  g_autofree char *expected = squeeze (label_of (status));
  gboolean quiet = g_str_equal (status, "on-track") || g_str_equal (status, "met")
                   || g_str_equal (status, "dropped");

  if (!is_named_at_area (self, name, expected))
    g_error ("no area says that “%s” is %s", title, expected);
  if (!quiet && g_strcmp0 (find_progress (self, name), expected) != 0)
    g_error ("the report says %s of “%s”, not %s", find_progress (self, name), title, expected);
}

static void
test_targets (Counts *self, gconstpointer data)
{
  int n
      = (int)cli_sql_int (self->database, TARGETS "SELECT count(*) FROM judged", self->evaluation);

  read_report (self);
  cli_good (&self->cli, "target", "list", self->cli.file, "-e", self->title, "--json");
  g_assert_cmpint (cli_sql_int (self->database, "SELECT count(*) FROM target"), ==, 16);
  g_assert_cmpint (n, ==, g_str_has_prefix (self->title, "April 2026") ? 12 : 4);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *title_path = g_strdup_printf ("$.targets[%d].title", i);
      g_autofree char *status_path = g_strdup_printf ("$.targets[%d].status", i);
      g_autofree char *late_path = g_strdup_printf ("$.targets[%d].late", i);
      g_autofree char *title = cli_json (&self->cli, title_path);
      g_autofree char *status
          = cli_sql_text (self->database, TARGETS "SELECT status FROM judged WHERE title = '%2$s'",
                          self->evaluation, title);
      gint64 late = cli_sql_int (self->database,
                                 TARGETS "SELECT open AND due_on < '" TODAY
                                         "' FROM judged WHERE title = '%2$s'",
                                 self->evaluation, title);

      cli_assert_json (&self->cli, status_path, status);
      g_assert_cmpint (cli_json_int (&self->cli, late_path), ==, late);
      assert_status_reported (self, title, status);
    }
  g_assert_cmpint (cli_json_int (&self->cli, "$.targets[#-1].days_late"), ==, 0);
}

static void
test_counts (Counts *self, gconstpointer data)
{
  cli_good (&self->cli, "info", self->cli.file, "-e", self->title, "--json");
  g_assert_cmpint (cli_json_int (&self->cli, "$.counts.targets"), ==,
                   cli_sql_int (self->database, TARGETS "SELECT count(*) FROM judged",
                                self->evaluation));
  g_assert_cmpint (cli_json_int (&self->cli, "$.counts.targets_open"), ==,
                   cli_sql_int (self->database, TARGETS "SELECT total(open) FROM judged",
                                self->evaluation));
  g_assert_cmpint (cli_json_int (&self->cli, "$.counts.targets_late"), ==,
                   cli_sql_int (self->database,
                                TARGETS "SELECT total(open AND due_on < '" TODAY "') FROM judged",
                                self->evaluation));
  g_assert_cmpint (cli_json_int (&self->cli, "$.counts.targets_met"), ==,
                   cli_sql_int (self->database,
                                TARGETS "SELECT count(*) FROM judged WHERE status = 'met'",
                                self->evaluation));
  g_assert_cmpint (cli_json_int (&self->cli, "$.counts.evidence"), ==,
                   cli_sql_int (self->database,
                                "SELECT count(*) FROM evidence WHERE retired_at IS NULL"));
  g_assert_cmpint (cli_json_int (&self->cli, "$.counts.evidence"), ==, 20);
  g_assert_cmpint (cli_json_int (&self->cli, "$.counts.files"), ==,
                   cli_sql_int (self->database, "SELECT count(*) FROM attachment"));
  g_assert_cmpint (cli_json_int (&self->cli, "$.counts.judgements"), ==,
                   cli_sql_int (self->database,
                                "SELECT count(*) FROM judgement WHERE contributor IS NULL"
                                " AND evaluation = %d"
                                " AND (level IS NOT NULL OR not_applicable IS NOT NULL)",
                                self->evaluation));
}

/* --- what judgements rest on
 * ------------------------------------------------------------------------ */

/* The rule of triangulation, written a second time, in SQL. */
#define SUPPORT                                                                                    \
  "WITH j AS (SELECT judgement.*, evaluation.starts_on AS first FROM judgement"                    \
  "  JOIN evaluation ON evaluation.id = judgement.evaluation"                                      \
  "  WHERE contributor IS NULL AND evaluation = %1$d AND statement_code LIKE '___-S%%'"            \
  "  AND statement_code NOT IN ('LLD-S8', 'BAR-S6', 'MTO-S4', 'BST-S6'))"                          \
  ", s AS (SELECT j.statement_code AS code, j.level, j.first, count (e.id) AS items,"              \
  "  count (DISTINCT e.kind) AS kinds, count (e.id) - count (e.dated_on) AS undated,"              \
  "  max (e.dated_on) AS newest FROM j LEFT JOIN evidence_link AS l"                               \
  "   ON l.evaluation = j.evaluation AND l.statement_code = j.statement_code"                      \
  "  LEFT JOIN evidence AS e ON e.id = l.evidence AND e.retired_at IS NULL"                        \
  "  GROUP BY j.statement_code)"                                                                   \
  ", r AS (SELECT *, CASE WHEN level IS NULL OR level > 2 THEN 'fine'"                             \
  "  WHEN items = 0 THEN 'no-evidence' WHEN kinds = 1 THEN 'one-kind'"                             \
  "  WHEN undated = 0 AND newest < first THEN 'old' ELSE 'fine' END AS concern FROM s) "

static guint
count_words (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;
  return n;
}

/* A line of the Overview, which `info` has as well. */
static void
assert_told_on_overview (Counts *self, const char *concern, const char *one, const char *many)
{
  int n = (int)cli_sql_int (self->database, SUPPORT "SELECT count(*) FROM r WHERE concern = '%2$s'",
                            self->evaluation, concern);
  g_autofree char *line = g_strdup_printf (n == 1 ? one : many, n);

  if (n > 0)
    cli_assert_says (self->cli.out, line);
  else
    g_assert_null (strstr (self->cli.out, strchr (many, 'r')));
}

static void
test_support (Counts *self, gconstpointer data)
{
  int marked
      = (int)cli_sql_int (self->database, SUPPORT "SELECT count(*) FROM r WHERE concern <> 'fine'",
                          self->evaluation);

  read_report (self);
  cli_good (&self->cli, "evidence", "support", self->cli.file, "-e", self->title, "--json");
  g_assert_cmpint (cli_json_int (&self->cli, "$.statements[#-1].items"), >=, 0);
  for (int i = 0; i < 49; i++)
    {
      g_autofree char *at = g_strdup_printf ("$.statements[%d].code", i);
      g_autofree char *code = cli_json (&self->cli, at);
      g_autofree char *items_at = g_strdup_printf ("$.statements[%d].items", i);
      g_autofree char *concern_at = g_strdup_printf ("$.statements[%d].concern", i);
      g_autofree char *text_at = g_strdup_printf ("$.statements[%d].text", i);
      g_autofree char *said_at = g_strdup_printf ("$.statements[%d].concern_text", i);
      g_autofree char *text = cli_json (&self->cli, text_at);
      g_autofree char *said = cli_json (&self->cli, said_at);
      g_autofree char *concern
          = cli_sql_text (self->database, SUPPORT "SELECT concern FROM r WHERE code = '%2$s'",
                          self->evaluation, code);

      cli_assert_json (&self->cli, concern_at, concern);
      g_assert_cmpint (cli_json_int (&self->cli, items_at), ==,
                       cli_sql_int (self->database,
                                    SUPPORT "SELECT items FROM r WHERE code = '%2$s'",
                                    self->evaluation, code));
      if (!g_str_equal (concern, "fine"))
        {
          g_autofree char *words = g_strdup_printf ("Evidence: %s (this judgement %s)", text, said);

          assert_reported (self, words);
        }
    }
  g_assert_cmpuint (count_words (self->report, "(thisjudgementrests"), ==, (guint)marked);
  cli_good (&self->cli, "info", self->cli.file, "-e", self->title, "--json");
  assert_told_on_overview (self, "no-evidence", "%d judgement rests on no evidence",
                           "%d judgements rest on no evidence");
  assert_told_on_overview (self, "one-kind", "%d judgement rests on one kind of evidence",
                           "%d judgements rest on one kind of evidence");
  assert_told_on_overview (self, "old", "%d judgement rests on old evidence",
                           "%d judgements rest on old evidence");
}

/* --- the example itself
 * -------------------------------------------------------------------------------- */

/* What is the head's own, and files that the governing body may not see, are in no report. */
static void
test_private (Counts *self, gconstpointer data)
{
  sqlite3_stmt *select;
  guint n = 0;

  read_report (self);
  g_assert_cmpint (sqlite3_prepare_v2 (self->database,
                                       "SELECT ifnull (strengths, improvements) FROM judgement"
                                       " WHERE contributor IS NULL AND level IS NOT NULL AND"
                                       " (statement_code NOT LIKE '___-S%' OR statement_code IN"
                                       " ('LLD-S8', 'BAR-S6', 'MTO-S4', 'BST-S6'))",
                                       -1, &select, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      g_autofree char *words = squeeze ((const char *)sqlite3_column_text (select, 0));
      g_assert_null (strstr (self->report, words));
      n++;
    }
  sqlite3_finalize (select);
  g_assert_cmpuint (n, ==, 5);
}

static void
test_sound (Counts *self, gconstpointer data)
{
  cli_good (&self->cli, "check", self->cli.file);
  cli_assert_says (self->cli.out, ", 16 files, ");
  g_assert_cmpint (cli_sql_int (self->database, "SELECT count(DISTINCT kind) FROM evidence"), ==,
                   5);
  g_assert_cmpint (cli_sql_int (self->database, "SELECT count(*) FROM contributor"), ==, 5);
  g_assert_cmpint (cli_sql_int (self->database, "SELECT count(*) FROM evidence WHERE id NOT IN"
                                                " (SELECT evidence FROM evidence_link)"),
                   ==, 0);
  g_assert_cmpint (cli_sql_int (self->database, "SELECT count(*) FROM target WHERE id NOT IN"
                                                " (SELECT target FROM review)"),
                   ==, 0);
  g_assert_cmpint (cli_sql_int (self->database, "SELECT count(*) FROM draft"), ==, 0);
  g_assert_cmpint (cli_sql_int (self->database, "SELECT count(*) FROM backup"), ==, 0);
}

int
main (int argc, char **argv)
{
  static const char *const years[] = { "April 2026", "April 2025" };

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpstr (g_getenv ("PDFTOTEXT"), !=, "");
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      const struct
      {
        const char *name;
        void (*test) (Counts *, gconstpointer);
      } tests[] = { { "progress-and-spread", test_progress_and_spread },
                    { "grades", test_grades },
                    { "targets", test_targets },
                    { "counts", test_counts },
                    { "support", test_support },
                    { "private", test_private },
                    { "sound", test_sound } };

      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path
              = g_strdup_printf ("/cli/counts/%s/%s", tests[j].name, years[i] + 6);
          g_test_add (path, Counts, years[i], setup, tests[j].test, teardown);
        }
    }
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The web page and the text to edit say what the document's blocks say: the same headings,
 * paragraphs, items and cells in the same order, of every audience's report of the example. */
#include <string.h>

#include "file-pieces.h"
#include "model/sf-outcome-published.h"
#include "pdf-sample.h"
#include "report/sf-compose-report.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"
#include "workbook/sf-workbook-safety.h"

#define TODAY "2026-11-22"

static void
assert_same (const char *what, GPtrArray *wanted, GPtrArray *found)
{
  for (guint i = 0; i < MAX (wanted->len, found->len); i++)
    {
      const char *first = i < wanted->len ? wanted->pdata[i] : "the end";
      const char *second = i < found->len ? found->pdata[i] : "the end";

      if (!g_str_equal (first, second))
        g_error ("%s, piece %u: the blocks say “%s”, the file “%s”", what, i + 1, first, second);
    }
}

/* Whether it begins with what it is called. */
static gboolean
has_name (SfDocument *document)
{
  const SfBlock *first = sf_document_get_blocks (document)->pdata[0];

  return first->kind == SF_BLOCK_TITLE || g_strcmp0 (first->id, "title") == 0;
}

/* Returns how many pieces there are. */
static guint
assert_files (const char *what, SfDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) html = sf_write_html (document);
  g_autoptr (GBytes) odt = sf_write_odt (document, &error);
  g_autoptr (GPtrArray) wanted = test_list_block_pieces (document);
  g_autoptr (GPtrArray) page = test_list_html_pieces (html);
  g_autoptr (GPtrArray) text = test_list_odt_pieces (odt);
  g_autofree char *web = g_strconcat (what, ".html", NULL);
  g_autofree char *office = g_strconcat (what, ".odt", NULL);

  g_assert_no_error (error);
  if (!has_name (document))
    g_ptr_array_remove_index (page, 0); /* a web page has its name as a heading */
  assert_same (web, wanted, page);
  assert_same (office, wanted, text);
  return wanted->len;
}

/* --- every audience --------------------------------------------------------------------------- */

static SfDisplayList *
compose (SfWorkbook *workbook, SfAudience audience, gboolean large)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, &error);
  SfModel *model = sf_workbook_get_model (workbook);
  SfEvaluation *evaluation = sf_model_get_latest_evaluation (model, NULL);
  g_autoptr (GPtrArray) outcomes = sf_published_list (model, evaluation);
  g_auto (SfReportOptions) options = { 0 };
  SfDisplayList *list;

  sf_report_options_init (&options, model, evaluation, audience, TODAY);
  options.annex = sf_audience_has_annex (audience);
  options.outcomes = sf_audience_has_outcomes (audience) ? outcomes : NULL;
  list = sf_compose_report (model, evaluation, &options,
                            large ? sf_style_sheet_get_large_print ()
                                  : sf_style_sheet_get_standard (),
                            fonts, &error);
  g_assert_no_error (error);
  return list;
}

static void
test_audiences (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook
      = sf_workbook_open (g_getenv ("SIXFOLD_EXAMPLE"), SF_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  for (guint audience = 0; audience < SF_N_AUDIENCES; audience++)
    for (guint large = 0; large < 2; large++)
      {
        g_autoptr (SfDisplayList) list = compose (workbook, audience, large);
        guint n = assert_files (sf_audience_get_id (audience), sf_display_list_get_document (list));

        g_test_message ("%s: %u pieces", sf_audience_get_id (audience), n);
        g_assert_cmpuint (n, >, 25);
      }
  g_assert_true (sf_workbook_close (workbook, &error));
}

/* --- all that is hard ------------------------------------------------------------------------- */

static void
test_hard (void)
{
  g_autoptr (SfDocument) hard = test_make_hard (300, 60), sample = test_make_sample ();

  g_assert_cmpuint (assert_files ("hard", hard), >, 900);
  g_assert_cmpuint (assert_files ("sample", sample), >, 100);
}

/* No level is left out on the way down, for who moves from heading to heading. */
static void
test_levels (void)
{
  static const guint sizes[] = { 3, 1, 3, 3, 2, 3, 1, 2 };
  static const char *const told[]
      = { "h1: 0", "h1: 1", "h2: 2", "h2: 3", "h2: 4", "h3: 5", "h1: 6", "h2: 7" };
  g_autoptr (SfDocument) document = test_document_new ();
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GPtrArray) page = NULL, text = NULL;
  g_autoptr (GBytes) html = NULL, odt = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *words = g_strdup_printf ("%u", i);

      sf_document_add_heading (document, sizes[i], words, NULL);
      g_ptr_array_add (wanted, (char *)told[i]);
    }
  html = sf_write_html (document);
  odt = sf_write_odt (document, NULL);
  page = test_list_html_pieces (html);
  g_ptr_array_remove_index (page, 0); /* the document's name, which has no block here */
  text = test_list_odt_pieces (odt);
  assert_same ("levels.html", wanted, page);
  assert_same ("levels.odt", wanted, text);
}

/* The comparison sees what is lost, told twice, out of its place or another kind of thing. */
static void
test_noticed (void)
{
  static const char *const changes[][2] = {
    { "<p>one</p>", "" },
    { "<p>one</p>", "<p>one</p><p>one</p>" },
    { "<p>one</p><p>two</p>", "<p>two</p><p>one</p>" },
    { "<p>one</p>", "<ul><li>one</li></ul>" },
    { "<h2>head</h2>", "<h3>head</h3>" },
    { "<td>cell</td>", "<td>cell</td><td></td>" },
    { "<td>cell</td>", "<td colspan=\"2\">cell</td>" },
    { "<thead><tr><th>top</th></tr></thead>", "<tr><th>top</th></tr>" },
  };
  const char *whole = "<h2>head</h2><p>one</p><p>two</p><table><thead><tr><th>top</th></tr></thead>"
                      "<tr><td>cell</td></tr></table>";

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (GStrv) parts = g_strsplit (whole, changes[i][0], 2);
      g_autofree char *other = g_strjoinv (changes[i][1], parts);
      g_autoptr (GBytes) first = g_bytes_new (whole, strlen (whole));
      g_autoptr (GBytes) second = g_bytes_new (other, strlen (other));
      g_autoptr (GPtrArray) wanted = test_list_html_pieces (first);
      g_autoptr (GPtrArray) found = test_list_html_pieces (second);
      g_autofree char *all = NULL, *changed = NULL;

      g_ptr_array_add (wanted, NULL);
      g_ptr_array_add (found, NULL);
      all = g_strjoinv ("\n", (char **)wanted->pdata);
      changed = g_strjoinv ("\n", (char **)found->pdata);
      g_assert_cmpstr (all, !=, changed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/files/audiences", test_audiences);
  g_test_add_func ("/report/files/hard", test_hard);
  g_test_add_func ("/report/files/levels", test_levels);
  g_test_add_func ("/report/files/noticed", test_noticed);
  return g_test_run ();
}

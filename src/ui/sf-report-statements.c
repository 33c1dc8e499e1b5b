/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-statements.h"

#include "model/sf-vocabulary.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "workbook/sf-workbook-report.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* One statement of the window. */
typedef struct
{
  SfReportWork *work;
  char *code;
  GtkWidget *check;
  GtkWidget *details; /* (nullable): what is required, how it is assessed */
  GtkWidget *requirement;
  GPtrArray *assessed; /* the check buttons, in the order of the vocabulary */
  gboolean filling;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->work);
  g_clear_pointer (&row->assessed, g_ptr_array_unref);
  g_free (row->code);
  g_free (row);
}

/* --- writing ---------------------------------------------------------------------------------- */

static const char *
get_requirement (Row *row)
{
  guint nth = row->requirement != NULL
                  ? gtk_drop_down_get_selected (GTK_DROP_DOWN (row->requirement))
                  : 0;

  return row->requirement != NULL ? sf_vocabulary_get_nth_id (SF_VOCABULARY_REQUIREMENT, nth)
                                  : NULL;
}

/* (transfer container) (nullable) */
static const char **
list_assessed (Row *row)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; row->assessed != NULL && i < row->assessed->len; i++)
    if (gtk_check_button_get_active (row->assessed->pdata[i]))
      g_ptr_array_add (words, (gpointer)sf_vocabulary_get_nth_id (SF_VOCABULARY_ASSESSMENT, i));
  g_ptr_array_add (words, NULL);
  return (const char **)g_ptr_array_free (words, FALSE);
}

static void
on_changed_cb (Row *row)
{
  SfContext *context = sf_report_work_get_context (row->work);
  SfWorkbook *workbook = sf_context_get_workbook (context);
  SfEvaluation *evaluation = sf_report_work_get_evaluation (row->work);
  const char *audience = sf_audience_get_id (sf_report_work_get_audience (row->work));
  gboolean chosen = gtk_check_button_get_active (GTK_CHECK_BUTTON (row->check)), done;
  g_autofree const char **assessed = NULL;
  GError *error = NULL;

  if (row->filling)
    return;
  if (row->details != NULL)
    gtk_widget_set_visible (row->details, chosen);
  assessed = list_assessed (row);
  if (chosen)
    done = sf_workbook_choose_report_statement (workbook, evaluation, audience, row->code,
                                                get_requirement (row), assessed, &error);
  else
    done = sf_workbook_drop_report_statement (workbook, evaluation, audience, row->code, &error);
  sf_context_check (context, done, error);
}

/* --- building --------------------------------------------------------------------------------- */

static GtkWidget *
create_details (Row *row, const char *title)
{
  GtkWidget *line = sf_line_new (10);
  GtkStringList *words = gtk_string_list_new (NULL);
  g_autofree char *name = g_strdup_printf (_ ("How much it is required: %s"), title);

  for (guint i = 0; i < sf_vocabulary_get_n_terms (SF_VOCABULARY_REQUIREMENT); i++)
    gtk_string_list_append (words, sf_vocabulary_get_nth_label (SF_VOCABULARY_REQUIREMENT, i));
  row->requirement = sf_drop_down_new (words);
  sf_part_set_name (row->requirement, name);
  sf_line_append (SF_LINE (line), row->requirement);
  row->assessed = g_ptr_array_new ();
  for (guint i = 0; i < sf_vocabulary_get_n_terms (SF_VOCABULARY_ASSESSMENT); i++)
    {
      const char *label = sf_vocabulary_get_nth_label (SF_VOCABULARY_ASSESSMENT, i);
      GtkWidget *check = gtk_check_button_new_with_label (label);
      /* Translators: a way of assessing who applies, and what is assessed */
      g_autofree char *about = g_strdup_printf (_ ("%1$s: %2$s"), label, title);

      sf_part_set_name (check, about);
      g_ptr_array_add (row->assessed, check);
      sf_line_append (SF_LINE (line), check);
    }
  return line;
}

static const SfStatementChoice *
find_choice (SfReportWork *work, const char *code)
{
  GPtrArray *chosen = sf_report_work_get_options (work)->statements;

  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    if (strcmp (((SfStatementChoice *)chosen->pdata[i])->code, code) == 0)
      return chosen->pdata[i];
  return NULL;
}

static void
fill_row (Row *row)
{
  const SfStatementChoice *choice = find_choice (row->work, row->code);

  row->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), choice != NULL);
  if (row->details != NULL)
    gtk_widget_set_visible (row->details, choice != NULL);
  for (guint i = 0; choice != NULL && row->assessed != NULL && i < row->assessed->len; i++)
    {
      g_auto (GStrv) words
          = g_strsplit (choice->assessed_by != NULL ? choice->assessed_by : "", " ", -1);
      const char *id = sf_vocabulary_get_nth_id (SF_VOCABULARY_ASSESSMENT, i);

      gtk_check_button_set_active (row->assessed->pdata[i],
                                   g_strv_contains ((const char *const *)words, id));
    }
  for (guint i = 0; choice != NULL && row->requirement != NULL
                    && i < sf_vocabulary_get_n_terms (SF_VOCABULARY_REQUIREMENT);
       i++)
    if (g_strcmp0 (sf_vocabulary_get_nth_id (SF_VOCABULARY_REQUIREMENT, i), choice->requirement)
        == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (row->requirement), i);
  row->filling = FALSE;
}

static GtkWidget *
create_row (SfReportWork *work, SfStatement *statement)
{
  GtkWidget *box = sf_pile_new (4);
  Row *row = g_new0 (Row, 1);
  const char *title = sf_statement_get_title (statement);

  row->work = g_object_ref (work);
  row->code = g_strdup (sf_statement_get_code (statement));
  row->check = gtk_check_button_new_with_label (title);
  gtk_widget_set_tooltip_text (row->check, sf_statement_get_text (statement));
  gtk_box_append (GTK_BOX (box), row->check);
  if (sf_audience_has_requirements (sf_report_work_get_audience (work)))
    {
      row->details = create_details (row, title);
      gtk_widget_set_margin_start (row->details, 28);
      gtk_box_append (GTK_BOX (box), row->details);
    }
  fill_row (row);
  g_signal_connect_swapped (row->check, "toggled", G_CALLBACK (on_changed_cb), row);
  if (row->requirement != NULL)
    g_signal_connect_swapped (row->requirement, "notify::selected", G_CALLBACK (on_changed_cb),
                              row);
  for (guint i = 0; row->assessed != NULL && i < row->assessed->len; i++)
    g_signal_connect_swapped (row->assessed->pdata[i], "toggled", G_CALLBACK (on_changed_cb), row);
  g_object_set_data_full (G_OBJECT (box), "sf-row", row, row_free);
  return box;
}

/* Standards make a job description; knowledge, qualities and skills a person specification. */
static gboolean
belongs (SfReportWork *work, SfStatement *statement)
{
  gboolean job = sf_report_work_get_audience (work) == SF_AUDIENCE_JOB_DESCRIPTION;

  return sf_group_get_subject (sf_statement_get_group (statement))
         == (job ? SF_SUBJECT_CENTRE : SF_SUBJECT_HEAD);
}

static GtkWidget *
create_list (SfReportWork *work)
{
  SfFramework *framework = sf_context_get_framework (sf_report_work_get_context (work));
  GPtrArray *areas = sf_framework_get_areas (framework);
  GtkWidget *list = sf_pile_new (8);

  gtk_box_append (GTK_BOX (list),
                  sf_part_label (_ ("While none is chosen, all of them are printed."),
                                 "sf-row-subtitle"));
  for (guint i = 0; i < areas->len; i++)
    {
      GPtrArray *statements = sf_key_area_get_statements (areas->pdata[i]);

      gtk_box_append (GTK_BOX (list), sf_part_heading (sf_key_area_get_title (areas->pdata[i])));
      for (guint k = 0; k < statements->len; k++)
        if (belongs (work, statements->pdata[k]))
          gtk_box_append (GTK_BOX (list), create_row (work, statements->pdata[k]));
    }
  return list;
}

void
sf_report_statements_present (GtkWidget *parent, SfReportWork *work)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkRoot *root = gtk_widget_get_root (parent);
  gboolean job = sf_report_work_get_audience (work) == SF_AUDIENCE_JOB_DESCRIPTION;
  GtkWidget *scrolled = sf_part_scrolled (create_list (work), 860);

  gtk_window_set_title (GTK_WINDOW (window),
                        job ? _ ("What the post answers for") : _ ("What is asked of who applies"));
  gtk_window_set_default_size (GTK_WINDOW (window), sf_part_window_width (parent, 860), 640);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  sf_part_name_buttons (bar, _ ("Close"));
  sf_part_close_by_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-sections.h"

#include "ui/sf-button.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "workbook/sf-workbook-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SfReportSections
{
  AdwBin parent_instance;

  SfReportWork *work;
  GtkWidget *rows;
  GtkWidget *usual;
  char *shown; /* what the rows say */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SfReportSections, sf_report_sections, ADW_TYPE_BIN)

/* A section as the report has it. */
typedef struct
{
  const char *id;
  const char *title;
  gboolean required;
  gboolean pinned;
  gboolean shown;
} Row;

/* --- what there is ---------------------------------------------------------------------------- */

static void
add_row (GArray *rows, const SfSectionInfo *info, gboolean shown)
{
  const Row row = { info->id, info->title, info->required, info->pinned, shown || info->required };

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (g_array_index (rows, Row, i).id, info->id) == 0)
      return;
  g_array_append_val (rows, row);
}

static const SfSectionInfo *
find_info (GPtrArray *infos, const char *id)
{
  for (guint i = 0; i < infos->len; i++)
    if (strcmp (((SfSectionInfo *)infos->pdata[i])->id, id) == 0)
      return infos->pdata[i];
  return NULL;
}

/* (transfer full): in the order of the report; the words are those of the sections */
static GArray *
list_rows (SfReportWork *work)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GPtrArray) infos = sf_audience_list_sections (sf_report_work_get_audience (work));
  GPtrArray *chosen = sf_report_work_get_options (work)->sections;

  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    {
      const SfSectionChoice *choice = chosen->pdata[i];
      const SfSectionInfo *info = find_info (infos, choice->id);

      if (info != NULL && !info->pinned)
        add_row (rows, info, choice->shown);
    }
  for (guint i = 0; i < infos->len; i++)
    if (!((SfSectionInfo *)infos->pdata[i])->pinned)
      add_row (rows, infos->pdata[i], TRUE);
  return rows;
}

static gboolean
write_rows (SfReportSections *self, GArray *rows)
{
  SfContext *context = sf_report_work_get_context (self->work);
  g_autofree SfReportPlace *places = g_new (SfReportPlace, rows->len + 1);
  GError *error = NULL;
  gboolean done;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      places[i] = (SfReportPlace){ row->id, row->shown };
    }
  done = sf_workbook_set_report_sections (
      sf_context_get_workbook (context), sf_report_work_get_evaluation (self->work),
      sf_audience_get_id (sf_report_work_get_audience (self->work)), places, rows->len, &error);
  return sf_context_check (context, done, error);
}

/* --- changing --------------------------------------------------------------------------------- */

static guint
find_row (GArray *rows, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (g_array_index (rows, Row, i).id, id) == 0)
      return i;
  return rows->len;
}

static void
on_toggled_cb (GtkCheckButton *check, SfReportSections *self)
{
  g_autoptr (GArray) rows = NULL;
  guint at;

  if (self->filling)
    return;
  rows = list_rows (self->work);
  at = find_row (rows, g_object_get_data (G_OBJECT (check), "sf-section"));
  if (at == rows->len)
    return;
  g_array_index (rows, Row, at).shown = gtk_check_button_get_active (check);
  write_rows (self, rows);
}

static void
move (SfReportSections *self, GtkWidget *button, int by)
{
  g_autoptr (GArray) rows = list_rows (self->work);
  guint at = find_row (rows, g_object_get_data (G_OBJECT (button), "sf-section"));
  Row row;

  if (at == rows->len || (by < 0 && at == 0) || (by > 0 && at + 1 == rows->len))
    return;
  row = g_array_index (rows, Row, at);
  g_array_remove_index (rows, at);
  g_array_insert_val (rows, by < 0 ? at - 1 : at + 1, row);
  write_rows (self, rows);
}

static void
on_up_cb (GtkWidget *button, SfReportSections *self)
{
  move (self, button, -1);
}

static void
on_down_cb (GtkWidget *button, SfReportSections *self)
{
  move (self, button, 1);
}

static void
on_usual_cb (SfReportSections *self)
{
  SfContext *context = sf_report_work_get_context (self->work);
  GError *error = NULL;
  gboolean done = sf_workbook_set_report_sections (
      sf_context_get_workbook (context), sf_report_work_get_evaluation (self->work),
      sf_audience_get_id (sf_report_work_get_audience (self->work)), NULL, 0, &error);

  sf_context_check (context, done, error);
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
add_arrow (SfReportSections *self,
           GtkWidget *line,
           const Row *row,
           const char *icon,
           const char *format,
           GCallback callback)
{
  g_autofree char *name = g_strdup_printf (format, row->title);
  GtkWidget *button = sf_part_icon_button (icon, name);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "sf-section", g_strdup (row->id), g_free);
  g_signal_connect (button, "clicked", callback, self);
  sf_line_append (SF_LINE (line), button);
}

static GtkWidget *
create_row (SfReportSections *self, const Row *row)
{
  GtkWidget *line = sf_line_new (2), *check = gtk_check_button_new ();
  GtkWidget *label = sf_part_row_label (row->title, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row->shown);
  gtk_widget_set_sensitive (check, !row->required);
  sf_part_set_name (check, row->title);
  if (row->required)
    gtk_widget_set_tooltip_text (line, _ ("This cannot be left out: without it the report would "
                                          "say less than the evaluation does."));
  g_object_set_data_full (G_OBJECT (check), "sf-section", g_strdup (row->id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled_cb), self);
  sf_line_append (SF_LINE (line), check);
  sf_line_append (SF_LINE (line), label);
  add_arrow (self, line, row, "go-up-symbolic", _ ("Move “%s” up"), G_CALLBACK (on_up_cb));
  add_arrow (self, line, row, "go-down-symbolic", _ ("Move “%s” down"), G_CALLBACK (on_down_cb));
  g_object_set_data_full (G_OBJECT (line), "sf-section", g_strdup (row->id), g_free);
  return line;
}

static char *
describe (GArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%c", g_array_index (rows, Row, i).id,
                            g_array_index (rows, Row, i).shown ? '+' : '-');
  return g_string_free (text, FALSE);
}

/* The section and the place in its row that have the focus. */
static char *
find_focus (SfReportSections *self, guint *place)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  *place = 0;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->rows))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_prev_sibling (focus); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    (*place)++;
  return g_strdup (g_object_get_data (G_OBJECT (gtk_widget_get_parent (focus)), "sf-section"));
}

static void
give_focus (SfReportSections *self, const char *section, guint place)
{
  for (GtkWidget *line = gtk_widget_get_first_child (self->rows); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (line), "sf-section"), section) == 0)
      {
        GtkWidget *child = gtk_widget_get_first_child (line);

        while (place-- > 0 && child != NULL)
          child = gtk_widget_get_next_sibling (child);
        if (child != NULL)
          gtk_widget_grab_focus (child);
        return;
      }
}

void
sf_report_sections_show (SfReportSections *self, SfReportWork *work)
{
  g_autoptr (GArray) rows = list_rows (work);
  g_autofree char *said = describe (rows), *section = NULL;
  guint place;

  g_set_object (&self->work, work);
  gtk_widget_set_visible (GTK_WIDGET (self), rows->len > 1);
  gtk_widget_set_visible (self->usual, sf_report_work_get_options (work)->sections != NULL);
  if (g_strcmp0 (said, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&said);
  section = find_focus (self, &place);
  self->filling = TRUE;
  sf_part_clear (self->rows);
  for (guint i = 0; i < rows->len; i++)
    gtk_box_append (GTK_BOX (self->rows), create_row (self, &g_array_index (rows, Row, i)));
  self->filling = FALSE;
  if (section != NULL)
    give_focus (self, section, place);
}

static void
sf_report_sections_dispose (GObject *object)
{
  SfReportSections *self = SF_REPORT_SECTIONS (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_report_sections_parent_class)->dispose (object);
}

static void
sf_report_sections_class_init (SfReportSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_report_sections_dispose;
}

static void
sf_report_sections_init (SfReportSections *self)
{
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("_Sections: leave out, put in order"));
  GtkWidget *inside = sf_pile_new (6);

  sf_part_set_name (expander, _ ("Sections: leave out, put in order"));
  self->rows = sf_pile_new (2);
  self->usual = sf_button_new (_ ("As they are _usually"));
  gtk_widget_set_halign (self->usual, GTK_ALIGN_START);
  g_signal_connect_swapped (self->usual, "clicked", G_CALLBACK (on_usual_cb), self);
  gtk_box_append (GTK_BOX (inside), self->rows);
  gtk_box_append (GTK_BOX (inside), self->usual);
  gtk_expander_set_child (GTK_EXPANDER (expander), inside);
  adw_bin_set_child (ADW_BIN (self), expander);
}

GtkWidget *
sf_report_sections_new (void)
{
  return g_object_new (SF_TYPE_REPORT_SECTIONS, NULL);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-readings-card.h"

#include "exchange/sf-csv.h"
#include "exchange/sf-readings-paste.h"
#include "model/sf-outcome-standing.h"
#include "model/sf-period.h"
#include "ui/sf-button.h"
#include "ui/sf-cell-grid.h"
#include "ui/sf-clipboard-table.h"
#include "ui/sf-fault-list.h"
#include "ui/sf-field-set.h"
#include "ui/sf-import-dialog.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

#define LEAST 3 /* periods that are shown at first, however short the story is */
#define STEP 8  /* at most at first, and more each time */
#define MOST 48 /* that are shown at once */
#define CHARS 7

static const SfFieldItem items[] = {
  { SF_FIELD_LINE, SF_READING_SOURCE, N_ ("Source of this fi_gure"), FALSE,
    N_ ("Where it differs from the measure’s own source") },
  { SF_FIELD_DATE, SF_READING_DATED_ON, N_ ("Date of the fig_ure") },
  { SF_FIELD_DATE, SF_READING_DENOMINATOR_ON, N_ ("Date of _what it is out of"), TRUE },
};

struct _SfReadingsCard
{
  GtkBox parent_instance;

  SfContext *context;
  SfReadingsSheet sheet; /* both borrowed; no outcome: nothing is shown */
  SfMeasure *measure;    /* weak: the one that @back and @n are of */
  guint back;
  guint first; /* how many periods were shown of it at first: from the first figure on */
  guint n;
  guint paste_row; /* where what comes from the clipboard goes */
  guint paste_column;

  GtkWidget *earlier;
  GtkWidget *later;
  GtkWidget *import;
  GtkWidget *grid;
  GtkWidget *note;
  GtkWidget *faults;
  GtkWidget *about;
  GtkWidget *about_title;
  GtkWidget *fields;
};

enum
{
  WINDOW_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SfReadingsCard, sf_readings_card, GTK_TYPE_BOX)

static SfWorkbook *
get_workbook (SfReadingsCard *self)
{
  return sf_context_get_workbook (self->context);
}

/* --- what was and was not taken ------------------------------------------------------------------
 */

static void
say (SfReadingsCard *self, const char *text)
{
  sf_part_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL);
}

/* Forgets what was said of the last thing that was done. */
static void
say_nothing (SfReadingsCard *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  say (self, NULL);
  sf_fault_list_set (SF_FAULT_LIST (self->faults), none);
}

/* --- the figure under the cursor
 * ------------------------------------------------------------------
 */

static SfReading *
find_reading (SfReadingsCard *self, SfFamilyGroup **group, const char **starts_on)
{
  guint row, column;

  sf_cell_grid_get_cursor (SF_CELL_GRID (self->grid), &row, &column);
  if (self->sheet.outcome == NULL || row >= self->sheet.periods->len)
    return NULL;
  sf_readings_sheet_get_column (&self->sheet, column, group);
  *starts_on = self->sheet.periods->pdata[row];
  return sf_outcome_get_reading (self->sheet.outcome, *group, *starts_on);
}

static void
show_about (SfReadingsCard *self)
{
  SfFamilyGroup *group = NULL;
  const char *starts_on = NULL;
  SfReading *reading = find_reading (self, &group, &starts_on);
  g_autofree char *period = NULL, *title = NULL;

  sf_field_set_show (SF_FIELD_SET (self->fields), reading);
  gtk_widget_set_visible (self->about, reading != NULL);
  if (reading == NULL)
    return;
  period = sf_period_format (sf_measure_get_period (sf_outcome_get_measure (self->sheet.outcome)),
                             starts_on);
  title = g_strdup_printf (_ ("%1$s, %2$s"),
                           group != NULL ? sf_family_group_get_title (group) : _ ("All families"),
                           period);
  sf_part_set_text (self->about_title, title);
}

/* --- the grid
 * -------------------------------------------------------------------------------------
 */

/* The grid may be higher than the window: what is wrong is told where it is seen, and stays. */
static gboolean
refuse (SfReadingsCard *self, const char *why)
{
  say (self, why);
  sf_context_say (self->context, why, FALSE);
  return FALSE;
}

/* What is refused stays in its cell. */
static gboolean
edit_cell (guint row, guint column, const char *text, gpointer data)
{
  SfReadingsCard *self = data;
  g_autoptr (SfReadingsPaste) paste = NULL;
  g_autoptr (GError) error = NULL;

  say_nothing (self);
  if (self->sheet.outcome == NULL || row >= self->sheet.periods->len)
    return TRUE;
  paste = sf_readings_sheet_type (&self->sheet, row, column, text);
  if (paste->faults->len > 0)
    return refuse (self, paste->faults->pdata[0]);
  if (paste->edits->len > 0
      && !sf_workbook_set_reading (get_workbook (self), paste->edits->pdata[0], &error))
    return refuse (self, error->message);
  sf_cell_grid_set_text (SF_CELL_GRID (self->grid), row, column, text);
  return TRUE;
}

static void
clear_cells (const SfCellRange *range, gpointer data)
{
  SfReadingsCard *self = data;
  g_autoptr (SfReadingsPaste) paste = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;
  gboolean ok;

  say_nothing (self);
  if (self->sheet.outcome == NULL)
    return;
  paste = sf_readings_sheet_clear (&self->sheet, range->first_row, range->first_column,
                                   range->last_row, range->last_column);
  if (paste->edits->len == 0)
    return;
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Cleared %u figure", "Cleared %u figures",
                                        paste->n_taken),
                           paste->n_taken);
  ok = sf_workbook_set_readings (get_workbook (self), paste->edits, label, &error);
  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, label, TRUE);
}

static char *
tell_paste (SfReadingsPaste *paste)
{
  g_autofree char *taken = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Pasted %u figure.",
                                                         "Pasted %u figures.", paste->n_taken),
                                            paste->n_taken);
  g_autoptr (GString) told = g_string_new (taken);

  if (paste->n_left > 0)
    g_string_append_printf (told,
                            g_dngettext (GETTEXT_PACKAGE, " %u cell was not taken.",
                                         " %u cells were not taken.", paste->n_left),
                            paste->n_left);
  if (paste->n_lacking > 0)
    g_string_append_printf (told,
                            g_dngettext (GETTEXT_PACKAGE,
                                         " %u count does not say what it is out of.",
                                         " %u counts do not say what they are out of.",
                                         paste->n_lacking),
                            paste->n_lacking);
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
take_paste (SfReadingsCard *self, GPtrArray *rows)
{
  g_autoptr (SfReadingsPaste) paste
      = sf_readings_sheet_paste (&self->sheet, self->paste_row, self->paste_column, rows);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Pasted %u figure",
                                                         "Pasted %u figures", paste->n_taken),
                                            paste->n_taken);
  g_autofree char *told = tell_paste (paste);
  GError *error = NULL;
  gboolean ok = sf_workbook_set_readings (get_workbook (self), paste->edits, label, &error);

  if (!sf_context_check (self->context, ok, error))
    return;
  say (self, told);
  sf_fault_list_set (SF_FAULT_LIST (self->faults), paste->faults);
  if (paste->n_taken > 0)
    sf_context_say (self->context, told, TRUE);
}

/* (nullable): the one value that it is, where it is no more than that */
static const char *
get_only (GPtrArray *rows)
{
  const SfCsvRow *row = rows->len == 1 ? rows->pdata[0] : NULL;

  return row != NULL && row->cells->len == 1 ? row->cells->pdata[0] : NULL;
}

static void
on_table_cb (GtkWidget *widget, GPtrArray *rows, const GError *error)
{
  SfReadingsCard *self = SF_READINGS_CARD (widget);

  if (self->sheet.outcome == NULL || gtk_widget_get_root (widget) == NULL)
    return;
  if (rows == NULL)
    say (self, error->message);
  else if (get_only (rows) != NULL
           && sf_cell_grid_insert (SF_CELL_GRID (self->grid), get_only (rows)))
    return;
  else if (sf_cell_grid_end_edit (SF_CELL_GRID (self->grid)))
    take_paste (self, rows);
}

static gboolean
paste_cells (guint row, guint column, gpointer data)
{
  SfReadingsCard *self = data;

  if (!sf_clipboard_has_table (GTK_WIDGET (self)))
    return FALSE;
  say_nothing (self);
  self->paste_row = row;
  self->paste_column = column;
  sf_clipboard_read_table (GTK_WIDGET (self), on_table_cb);
  return TRUE;
}

static void
on_moved (guint row, guint column, gpointer data)
{
  show_about (data);
}

/* --- periods
 * --------------------------------------------------------------------------------------
 */

/* The way back is there only where there is one. */
static void
update_window_buttons (SfReadingsCard *self)
{
  gboolean can_return = self->back > 0 || self->n > self->first;

  if (!can_return && gtk_widget_has_focus (self->later))
    gtk_widget_grab_focus (self->earlier);
  gtk_widget_set_visible (self->later, can_return);
}

static void
change_window (SfReadingsCard *self, guint back, guint n)
{
  self->back = back;
  self->n = n;
  sf_button_set_label (self->later, back > 0 ? _ ("_Later periods") : _ ("_Fewer periods"));
  update_window_buttons (self);
  g_signal_emit (self, signals[WINDOW_CHANGED], 0);
}

static void
on_earlier_cb (SfReadingsCard *self)
{
  if (self->n + STEP <= MOST)
    change_window (self, self->back, self->n + STEP);
  else
    change_window (self, self->back + STEP, self->n);
}

static void
on_later_cb (SfReadingsCard *self)
{
  if (self->back > 0)
    change_window (self, self->back - STEP, self->n);
  else
    change_window (self, 0, self->first);
}

/* The window begins with the first figure. It grows with the story, but nothing that was there
 * goes away under the cursor while figures are written, cleared or pasted. */
void
sf_readings_card_find_window (
    SfReadingsCard *self, SfOutcome *outcome, const char *today, guint *back, guint *n)
{
  SfMeasure *measure;
  guint first;

  g_return_if_fail (SF_IS_READINGS_CARD (self));

  measure = sf_outcome_get_measure (outcome);
  first = sf_outcome_count_window (outcome, today, STEP);
  first = first > 0 ? MAX (first, LEAST) : STEP;
  if (g_set_weak_pointer (&self->measure, measure))
    {
      self->back = 0;
      self->first = self->n = first;
    }
  self->first = MAX (self->first, first);
  self->n = MAX (self->n, self->first);
  update_window_buttons (self);
  *back = self->back;
  *n = self->n;
}

/* --- what is shown
 * --------------------------------------------------------------------------------
 */

static void
set_shape (SfReadingsCard *self, guint n_columns)
{
  SfMeasure *measure = sf_outcome_get_measure (self->sheet.outcome);
  g_autofree SfCellHead *heads = g_new0 (SfCellHead, n_columns);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  const char *const titles[] = { [SF_READING_COUNTED] = _ ("Count"),
                                 [SF_READING_OUT_OF] = _ ("Out of"),
                                 [SF_READING_MEAN] = _ ("Mean") };

  for (guint i = 0; i < n_columns; i++)
    {
      SfFamilyGroup *group;
      SfReadingColumn kind = sf_readings_sheet_get_column (&self->sheet, i, &group);

      heads[i].title = group != NULL ? sf_family_group_get_title (group) : _ ("All families");
      heads[i].subtitle = titles[kind];
    }
  for (guint i = 0; i < self->sheet.periods->len; i++)
    g_ptr_array_add (rows, sf_period_format (sf_measure_get_period (measure),
                                             self->sheet.periods->pdata[i]));
  sf_cell_grid_set_shape (SF_CELL_GRID (self->grid), _ ("Period"), heads, n_columns, rows);
}

void
sf_readings_card_show (SfReadingsCard *self, SfOutcome *outcome, GPtrArray *window)
{
  gboolean another;
  guint n_columns;

  g_return_if_fail (SF_IS_READINGS_CARD (self));

  another = self->sheet.outcome == NULL
            || sf_outcome_get_measure (self->sheet.outcome) != sf_outcome_get_measure (outcome);
  self->sheet.outcome = outcome;
  self->sheet.periods = window;
  if (another)
    say_nothing (self);
  n_columns = sf_readings_sheet_get_n_columns (&self->sheet);
  set_shape (self, n_columns);
  for (guint row = 0; row < window->len; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        g_autofree char *text = sf_readings_sheet_dup_text (&self->sheet, row, column);

        sf_cell_grid_set_text (SF_CELL_GRID (self->grid), row, column, text);
        sf_cell_grid_set_wanted (
            SF_CELL_GRID (self->grid), row, column,
            sf_readings_sheet_lacks (&self->sheet, row, column) ? _ ("out of?") : NULL,
            _ ("The count beside it does not say what it is out of, so it is no proportion yet."));
      }
  /* one begins where the newest figure goes */
  if (another && window->len > 0)
    sf_cell_grid_move (SF_CELL_GRID (self->grid), window->len - 1, 0);
  sf_cell_grid_set_editable (SF_CELL_GRID (self->grid), sf_context_can_edit (self->context));
  gtk_widget_set_sensitive (self->import, sf_context_can_edit (self->context));
  show_about (self);
}

void
sf_readings_card_clear (SfReadingsCard *self)
{
  g_return_if_fail (SF_IS_READINGS_CARD (self));

  self->sheet.outcome = NULL;
  self->sheet.periods = NULL;
  sf_field_set_show (SF_FIELD_SET (self->fields), NULL);
}

static void
on_import_cb (SfReadingsCard *self)
{
  sf_import_dialog_choose (GTK_WIDGET (self), self->context);
}

/* --- building
 * -------------------------------------------------------------------------------------
 */

static GtkWidget *
create_tools (SfReadingsCard *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->earlier = sf_button_new (_ ("_Earlier periods"));
  self->later = sf_button_new (_ ("_Fewer periods"));
  gtk_widget_add_css_class (self->earlier, "flat");
  gtk_widget_add_css_class (self->later, "flat");
  gtk_widget_add_css_class (self->earlier, "sf-small-button");
  gtk_widget_add_css_class (self->later, "sf-small-button");
  g_signal_connect_swapped (self->earlier, "clicked", G_CALLBACK (on_earlier_cb), self);
  g_signal_connect_swapped (self->later, "clicked", G_CALLBACK (on_later_cb), self);
  gtk_box_append (GTK_BOX (tools), self->earlier);
  gtk_box_append (GTK_BOX (tools), self->later);
  gtk_widget_set_visible (self->later, FALSE);
  return tools;
}

static GtkWidget *
create_about (SfReadingsCard *self)
{
  self->about = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->about_title = sf_part_label (NULL, "sf-form-label");
  self->fields = sf_field_set_new (self->context, items, G_N_ELEMENTS (items));
  gtk_box_append (GTK_BOX (self->about), self->about_title);
  gtk_box_append (GTK_BOX (self->about), self->fields);
  return self->about;
}

static void
build (SfReadingsCard *self)
{
  static const SfCellActions actions
      = { .edit = edit_cell, .clear = clear_cells, .paste = paste_cells, .moved = on_moved };
  GtkWidget *header, *card = sf_part_card (_ ("Figures"), &header);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *advice
      = sf_part_label (_ ("Type in a cell, or paste cells from a spreadsheet: they go "
                          "where the cursor is, to the right and down."),
                       "sf-row-subtitle");

  gtk_widget_add_css_class (body, "sf-card-form");
  self->import = sf_button_new (_ ("_Import a table…"));
  g_signal_connect_swapped (self->import, "clicked", G_CALLBACK (on_import_cb), self);
  gtk_box_append (GTK_BOX (header), self->import);
  self->grid = sf_cell_grid_new (_ ("Figures by period and group"), CHARS, &actions, self);
  self->note = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                             TRUE, "xalign", 0.0, "visible", FALSE, "focusable", TRUE, NULL);
  self->faults = sf_fault_list_new (_ ("Cells that were not taken"));
  for (GtkWidget **child = (GtkWidget *[]){ advice, self->note, self->faults, create_tools (self),
                                            self->grid, create_about (self), NULL };
       *child != NULL; child++)
    gtk_box_append (GTK_BOX (body), *child);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

static void
sf_readings_card_dispose (GObject *object)
{
  SfReadingsCard *self = SF_READINGS_CARD (object);

  self->sheet.outcome = NULL;
  g_clear_weak_pointer (&self->measure);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_readings_card_parent_class)->dispose (object);
}

static void
sf_readings_card_class_init (SfReadingsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_readings_card_dispose;
  signals[WINDOW_CHANGED] = g_signal_new ("window-changed", SF_TYPE_READINGS_CARD,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_readings_card_init (SfReadingsCard *self)
{
  self->first = self->n = STEP;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_readings_card_new (SfContext *context)
{
  SfReadingsCard *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_READINGS_CARD, NULL);
  self->context = g_object_ref (context);
  build (self);
  /* what was said of a paste is not true of what undo leaves */
  g_signal_connect_object (get_workbook (self), "replayed", G_CALLBACK (say_nothing), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-outcome-view.h"

#include "model/sf-outcome-standing.h"
#include "model/sf-outcome-text.h"
#include "model/sf-period.h"
#include "ui/sf-cell-grid.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-outcome-chart.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_SENTENCES 5

struct _SfOutcomeView
{
  GtkBox parent_instance;

  SfOutcome *outcome; /* borrowed */
  GPtrArray *window;  /* borrowed */
  GPtrArray *groups;  /* of SfFamilyGroup, those of the drop-down */
  SfUuid group;       /* the one that was chosen */
  gboolean has_group; /* whether one was: otherwise the first that has a gap is shown */
  gboolean filling;

  GtkWidget *title;
  GtkWidget *sentences[N_SENTENCES];
  GtkWidget *which;
  GtkWidget *as_table;
  GtkWidget *stack;
  GtkWidget *chart;
  GtkWidget *key;
  GtkWidget *table;
};

G_DEFINE_FINAL_TYPE (SfOutcomeView, sf_outcome_view, GTK_TYPE_BOX)

static SfFamilyGroup *
get_group (SfOutcomeView *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->which));

  return selected > 0 && selected <= self->groups->len ? self->groups->pdata[selected - 1] : NULL;
}

/* --- the table ----------------------------------------------------------------------------------
 */

typedef enum
{
  COLUMN_FIGURE,
  COLUMN_INTERVAL,
  COLUMN_GAP,
  COLUMN_REMARK,
} ColumnKind;

typedef struct
{
  ColumnKind kind;
  SfFamilyGroup *group; /* NULL: all families */
} Column;

#define MAX_COLUMNS 6

static char *
make_interval (SfMeasure *measure, SfReading *reading)
{
  g_autofree char *low = NULL, *high = NULL;
  SfInterval interval;

  if (!sf_reading_get_interval (measure, reading, &interval))
    return NULL;
  low = sf_outcome_format_figure (measure, interval.low);
  high = sf_outcome_format_figure (measure, interval.high);
  return g_strdup_printf (_ ("%1$s to %2$s"), low, high);
}

/* (transfer full) (nullable) */
static char *
make_text (SfOutcomeView *self, const Column *column, const char *starts_on)
{
  SfMeasure *measure = sf_outcome_get_measure (self->outcome);
  SfReading *reading = sf_outcome_get_reading (self->outcome, column->group, starts_on);

  switch (column->kind)
    {
    case COLUMN_FIGURE:
      return reading != NULL
                 ? sf_outcome_format_figure (measure, sf_reading_get_figure (measure, reading))
                 : NULL;
    case COLUMN_INTERVAL:
      return reading != NULL ? make_interval (measure, reading) : NULL;
    case COLUMN_GAP:
      return sf_outcome_gap_to_short_text (self->outcome, column->group, starts_on);
    case COLUMN_REMARK:
      return reading != NULL && sf_reading_is_stale (measure, reading)
                 ? g_strdup (_ ("out of date"))
                 : NULL;
    default:
      g_assert_not_reached ();
    }
}

/* Whether a column says something anywhere. */
static gboolean
is_used (SfOutcomeView *self, const Column *column)
{
  for (guint i = 0; i < self->window->len; i++)
    {
      g_autofree char *text = make_text (self, column, self->window->pdata[i]);

      if (text != NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
choose_columns (SfOutcomeView *self, SfFamilyGroup *group, Column *columns, SfCellHead *heads)
{
  static const char *const titles[] = { [COLUMN_FIGURE] = N_ ("Figure"),
                                        [COLUMN_INTERVAL] = N_ ("95% interval"),
                                        [COLUMN_GAP] = N_ ("Gap to other families"),
                                        [COLUMN_REMARK] = N_ ("What it is out of") };
  /* all of them fit beside the list of measures on a small screen */
  static const guint chars[]
      = { [COLUMN_FIGURE] = 8, [COLUMN_INTERVAL] = 14, [COLUMN_GAP] = 19, [COLUMN_REMARK] = 15 };
  const Column all[MAX_COLUMNS]
      = { { COLUMN_FIGURE, NULL },  { COLUMN_INTERVAL, NULL },  { COLUMN_REMARK, NULL },
          { COLUMN_FIGURE, group }, { COLUMN_INTERVAL, group }, { COLUMN_GAP, group } };
  guint n = 0;

  for (guint i = 0; i < (group != NULL ? MAX_COLUMNS : 3); i++)
    {
      if (all[i].kind != COLUMN_FIGURE && !is_used (self, &all[i]))
        continue;
      columns[n] = all[i];
      heads[n++] = (SfCellHead){ all[i].group != NULL ? sf_family_group_get_title (group)
                                                      : _ ("All families"),
                                 _ (titles[all[i].kind]), chars[all[i].kind] };
    }
  return n;
}

static void
show_table (SfOutcomeView *self, SfFamilyGroup *group)
{
  const char *period = sf_measure_get_period (sf_outcome_get_measure (self->outcome));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  Column columns[MAX_COLUMNS];
  SfCellHead heads[MAX_COLUMNS];
  guint n = choose_columns (self, group, columns, heads);

  for (guint i = 0; i < self->window->len; i++)
    g_ptr_array_add (rows, sf_period_format (period, self->window->pdata[i]));
  sf_cell_grid_set_shape (SF_CELL_GRID (self->table), _ ("Period"), heads, n, rows);
  for (guint i = 0; i < self->window->len; i++)
    for (guint k = 0; k < n; k++)
      {
        g_autofree char *text = make_text (self, &columns[k], self->window->pdata[i]);

        sf_cell_grid_set_text (SF_CELL_GRID (self->table), i, k, text);
      }
}

/* --- what is shown ------------------------------------------------------------------------------
 */

static void
show_sentences (SfOutcomeView *self, SfFamilyGroup *group)
{
  g_autoptr (GPtrArray) sentences = sf_outcome_list_sentences (self->outcome, group);

  for (guint i = 0; i < N_SENTENCES; i++)
    {
      gboolean there = i < sentences->len;

      gtk_widget_set_visible (self->sentences[i], there);
      sf_part_set_text (self->sentences[i], there ? sentences->pdata[i] : "");
    }
}

static void
update (SfOutcomeView *self)
{
  SfFamilyGroup *group = get_group (self);
  gboolean as_table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->as_table));
  g_autofree char *key = NULL;
  gboolean any;

  if (self->outcome == NULL)
    return;
  sf_part_set_text (self->title, sf_measure_get_title (sf_outcome_get_measure (self->outcome)));
  show_sentences (self, group);
  any = sf_outcome_chart_show (SF_OUTCOME_CHART (self->chart), self->outcome, group);
  key = sf_outcome_chart_dup_key (SF_OUTCOME_CHART (self->chart));
  sf_part_set_text (self->key, key != NULL ? key : "");
  gtk_widget_set_visible (self->key, key != NULL && any && !as_table);
  if (as_table)
    show_table (self, group);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), as_table ? "table" : "chart");
  gtk_widget_set_visible (self->stack, any);
  gtk_widget_set_visible (self->as_table, any);
}

static void
on_table_cb (SfOutcomeView *self)
{
  update (self);
}

static void
on_which_cb (SfOutcomeView *self)
{
  SfFamilyGroup *group = get_group (self);

  if (self->filling || self->outcome == NULL)
    return;
  self->has_group = TRUE;
  memset (&self->group, 0, sizeof self->group);
  if (group != NULL)
    self->group = *sf_record_get_uuid (SF_RECORD (group));
  update (self);
}

/* The place in the drop-down of the group that was chosen, or of the first that has a gap. */
static guint
find_selected (SfOutcomeView *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      SfRecord *group = self->groups->pdata[i];

      if (self->has_group
              ? sf_uuid_equal (sf_record_get_uuid (group), &self->group)
              : sf_outcome_find_gaps (self->outcome, SF_FAMILY_GROUP (group), NULL, NULL))
        return i + 1;
    }
  return 0;
}

static gboolean
same_groups (SfOutcomeView *self, GPtrArray *groups)
{
  GListModel *words = gtk_drop_down_get_model (GTK_DROP_DOWN (self->which));

  if (groups->len != self->groups->len)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    if (groups->pdata[i] != self->groups->pdata[i]
        || g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (words), i + 1),
                      sf_family_group_get_title (groups->pdata[i]))
               != 0)
      return FALSE;
  return TRUE;
}

static void
fill_groups (SfOutcomeView *self)
{
  GPtrArray *groups = sf_outcome_get_groups (self->outcome);

  self->filling = TRUE;
  if (!same_groups (self, groups))
    {
      g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

      g_ptr_array_set_size (self->groups, 0);
      gtk_string_list_append (words, _ ("Nobody"));
      for (guint i = 0; i < groups->len; i++)
        {
          g_ptr_array_add (self->groups, g_object_ref (groups->pdata[i]));
          gtk_string_list_append (words, sf_family_group_get_title (groups->pdata[i]));
        }
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->which), G_LIST_MODEL (words));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->which), find_selected (self));
  self->filling = FALSE;
}

void
sf_outcome_view_show (SfOutcomeView *self, SfOutcome *outcome, GPtrArray *window)
{
  g_return_if_fail (SF_IS_OUTCOME_VIEW (self));

  self->outcome = outcome;
  self->window = window;
  fill_groups (self);
  update (self);
}

void
sf_outcome_view_clear (SfOutcomeView *self)
{
  g_return_if_fail (SF_IS_OUTCOME_VIEW (self));

  self->outcome = NULL;
  self->window = NULL;
}

/* --- building ------------------------------------------------------------------------------------
 */

static GtkWidget *
create_tools (SfOutcomeView *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Beside all families"));

  self->which = sf_drop_down_new (gtk_string_list_new (NULL));
  sf_part_set_labelled_by (self->which, label);
  self->as_table = gtk_toggle_button_new_with_label (_ ("As a table"));
  gtk_widget_set_hexpand (self->as_table, TRUE);
  gtk_widget_set_halign (self->as_table, GTK_ALIGN_END);
  g_signal_connect_swapped (self->which, "notify::selected", G_CALLBACK (on_which_cb), self);
  g_signal_connect_swapped (self->as_table, "toggled", G_CALLBACK (on_table_cb), self);
  gtk_box_append (GTK_BOX (tools), label);
  gtk_box_append (GTK_BOX (tools), self->which);
  gtk_box_append (GTK_BOX (tools), self->as_table);
  return tools;
}

static void
build (SfOutcomeView *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->title = sf_part_heading (NULL);
  gtk_box_append (GTK_BOX (body), self->title);
  for (guint i = 0; i < N_SENTENCES; i++)
    {
      self->sentences[i] = sf_part_label (NULL, i == 0 ? "sf-row-title" : NULL);
      gtk_box_append (GTK_BOX (body), self->sentences[i]);
    }
  self->chart = sf_outcome_chart_new ();
  self->table = sf_cell_grid_new (_ ("The figures of the chart"), 0, NULL, NULL);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->chart, "chart");
  gtk_stack_add_named (GTK_STACK (self->stack), self->table, "table");
  self->key = sf_part_label (NULL, "sf-chart-key");
  gtk_box_append (GTK_BOX (body), create_tools (self));
  gtk_box_append (GTK_BOX (body), self->stack);
  gtk_box_append (GTK_BOX (body), self->key);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

static void
sf_outcome_view_finalize (GObject *object)
{
  g_ptr_array_unref (SF_OUTCOME_VIEW (object)->groups);
  G_OBJECT_CLASS (sf_outcome_view_parent_class)->finalize (object);
}

static void
sf_outcome_view_class_init (SfOutcomeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_outcome_view_finalize;
}

static void
sf_outcome_view_init (SfOutcomeView *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  build (self);
}

GtkWidget *
sf_outcome_view_new (void)
{
  return g_object_new (SF_TYPE_OUTCOME_VIEW, NULL);
}

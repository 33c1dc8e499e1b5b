/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-record-list.h"

#include "ui/sf-parts.h"

/* How many rows are made at first, and how many more each time the last of them come into sight:
 * making and laying out a row for each record of ten years would be felt. */
#define ROWS 100
/* Of the list, whose rows scroll: it is not asked how high they are before their width is known. */
#define LEAST_HEIGHT 60

struct _SfRecordList
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkListBox *box;
  SfRecordDescribe describe;
  gpointer data;
  GPtrArray *records;
  guint limit;      /* how many of them have a row, the first ones */
  GHashTable *rows; /* SfRecord* (owned) -> GtkListBoxRow, of those */
  guint more_id;
  SfRecord *selected;
  guint selected_place;
  gboolean changing;
};

G_DEFINE_FINAL_TYPE (SfRecordList, sf_record_list, GTK_TYPE_WIDGET)

enum
{
  RECORD_SELECTED,
  RECORD_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* A row keeps its parts as data of the widget: it has no life of its own. */

typedef struct
{
  SfRecord *record; /* borrowed from the list's table */
  guint place;
  GtkWidget *words;
  char *name;
} Row;

static void
row_free (gpointer data)
{
  g_free (((Row *)data)->name);
  g_free (data);
}

static Row *
get_row (gpointer widget)
{
  return g_object_get_data (widget, "sf-row");
}

static GtkWidget *
create_row (SfRecord *record)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  Row *row = g_new0 (Row, 1);

  row->record = record;
  row->words = sf_record_row_new ();
  gtk_widget_add_css_class (widget, "sf-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), row->words);
  g_object_set_data_full (G_OBJECT (widget), "sf-row", row, row_free);
  return widget;
}

static void
describe_row (SfRecordList *self, GtkWidget *widget)
{
  Row *row = get_row (widget);
  SfRecordText text = { 0 };
  g_autoptr (GString) name = NULL;

  self->describe (row->record, &text, self->data);
  name = g_string_new (text.title);
  if (text.subtitle != NULL)
    g_string_append_printf (name, ", %s", text.subtitle);
  if (text.chip != NULL)
    g_string_append_printf (name, ", %s", text.chip);
  if (text.is_heading)
    gtk_widget_add_css_class (widget, "sf-row-heading");
  if (row->name == NULL || !g_str_equal (name->str, row->name))
    {
      sf_part_set_name (widget, name->str);
      g_free (row->name);
      row->name = g_strdup (name->str);
    }
  sf_record_row_set_text (SF_RECORD_ROW (row->words), &text);
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  guint x = get_row (a)->place, y = get_row (b)->place;

  return x < y ? -1 : x > y;
}

static void
set_selected (SfRecordList *self, SfRecord *record)
{
  if (!g_set_object (&self->selected, record))
    return;
  if (record != NULL)
    self->selected_place = get_row (g_hash_table_lookup (self->rows, record))->place;
  g_signal_emit (self, signals[RECORD_SELECTED], 0, record);
}

static void
on_row_selected_cb (GtkListBox *box, GtkListBoxRow *row, SfRecordList *self)
{
  if (!self->changing)
    set_selected (self, row != NULL ? get_row (row)->record : NULL);
}

static void
on_row_activated_cb (GtkListBox *box, GtkListBoxRow *row, SfRecordList *self)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, get_row (row)->record);
}

/* Takes away the rows whose records are gone; TRUE if one of them had the focus. */
static gboolean
remove_rows (SfRecordList *self, GHashTable *wanted)
{
  GHashTableIter iter;
  gpointer record, row;
  gboolean had_focus = FALSE;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &record, &row))
    if (!g_hash_table_contains (wanted, record))
      {
        had_focus = had_focus || gtk_widget_has_focus (row);
        gtk_list_box_remove (self->box, row);
        g_hash_table_iter_remove (&iter);
      }
  return had_focus;
}

static guint
get_n_rows (SfRecordList *self)
{
  return MIN (self->limit, self->records->len);
}

static void
place_rows (SfRecordList *self)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < get_n_rows (self); i++)
    {
      gpointer record = g_ptr_array_index (self->records, i);
      GtkWidget *row = g_hash_table_lookup (self->rows, record);

      if (row == NULL)
        {
          row = create_row (record);
          get_row (row)->place = i;
          g_hash_table_insert (self->rows, g_object_ref (record), row);
          gtk_list_box_insert (self->box, row, (int)i);
        }
      else if (get_row (row)->place != i)
        {
          get_row (row)->place = i;
          moved = TRUE;
        }
      describe_row (self, row);
    }
  if (moved)
    gtk_list_box_invalidate_sort (self->box);
}

/* Makes rows up to that of the record at @place, and some after it. */
static void
reach (SfRecordList *self, guint place)
{
  if (place < get_n_rows (self) || place >= self->records->len)
    return;
  self->limit = place / ROWS * ROWS + ROWS;
  self->changing = TRUE;
  for (guint i = g_hash_table_size (self->rows); i < get_n_rows (self); i++)
    {
      gpointer record = g_ptr_array_index (self->records, i);
      GtkWidget *row = create_row (record);

      get_row (row)->place = i;
      g_hash_table_insert (self->rows, g_object_ref (record), row);
      gtk_list_box_insert (self->box, row, -1);
      describe_row (self, row);
    }
  self->changing = FALSE;
}

static gboolean
on_more_cb (gpointer data)
{
  SfRecordList *self = data;

  self->more_id = 0;
  reach (self, get_n_rows (self));
  return G_SOURCE_REMOVE;
}

/* Before the last row is seen, there are more. */
static void
on_scrolled_cb (GtkAdjustment *adjustment, SfRecordList *self)
{
  double page = gtk_adjustment_get_page_size (adjustment);

  if (self->more_id == 0 && get_n_rows (self) < self->records->len
      && gtk_adjustment_get_value (adjustment) + 2 * page > gtk_adjustment_get_upper (adjustment))
    self->more_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_more_cb, self, NULL);
}

/* End goes to the last record, not to the last that has a row. */
static void
on_move_cursor_cb (GtkListBox *box,
                   GtkMovementStep step,
                   int count,
                   gboolean extend,
                   gboolean modify,
                   SfRecordList *self)
{
  if (step == GTK_MOVEMENT_BUFFER_ENDS && count > 0 && self->records->len > 0)
    reach (self, self->records->len - 1);
}

static void
take_records (SfRecordList *self, GPtrArray *records)
{
  guint place;

  g_ptr_array_set_size (self->records, 0);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->records, g_object_ref (records->pdata[i]));
  if (self->selected != NULL && g_ptr_array_find (self->records, self->selected, &place)
      && place >= self->limit)
    self->limit = place / ROWS * ROWS + ROWS;
}

void
sf_record_list_set_records (SfRecordList *self, GPtrArray *records)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  gboolean had_focus;

  g_return_if_fail (SF_IS_RECORD_LIST (self));

  take_records (self, records);
  for (guint i = 0; i < get_n_rows (self); i++)
    g_hash_table_add (wanted, g_ptr_array_index (self->records, i));
  self->changing = TRUE;
  had_focus = remove_rows (self, wanted);
  place_rows (self);
  self->changing = FALSE;
  if (self->selected == NULL)
    return;
  if (g_hash_table_contains (wanted, self->selected))
    self->selected_place = get_row (g_hash_table_lookup (self->rows, self->selected))->place;
  else if (records->len == 0)
    set_selected (self, NULL);
  else
    {
      sf_record_list_select (self, g_ptr_array_index (records, MIN (self->selected_place,
                                                                    records->len - 1)));
      if (had_focus)
        sf_record_list_focus (self);
    }
}

void
sf_record_list_set_placeholder (SfRecordList *self, GtkWidget *widget)
{
  g_return_if_fail (SF_IS_RECORD_LIST (self));

  gtk_list_box_set_placeholder (self->box, widget);
}

/* The list scrolls to a row by itself only when the row takes the focus. */
static void
scroll_to (SfRecordList *self, GtkWidget *row)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->box), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

gboolean
sf_record_list_select (SfRecordList *self, gpointer record)
{
  GtkWidget *row;
  guint place;

  g_return_val_if_fail (SF_IS_RECORD_LIST (self), FALSE);

  if (record == NULL || !g_ptr_array_find (self->records, record, &place))
    return FALSE;
  reach (self, place);
  row = g_hash_table_lookup (self->rows, record);
  gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row));
  set_selected (self, record);
  scroll_to (self, row);
  return TRUE;
}

void
sf_record_list_select_first (SfRecordList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (SF_IS_RECORD_LIST (self));

  row = gtk_list_box_get_row_at_index (self->box, 0);
  if (row != NULL)
    sf_record_list_select (self, get_row (row)->record);
}

gpointer
sf_record_list_get_selected (SfRecordList *self)
{
  g_return_val_if_fail (SF_IS_RECORD_LIST (self), NULL);

  return self->selected;
}

guint
sf_record_list_get_n_records (SfRecordList *self)
{
  g_return_val_if_fail (SF_IS_RECORD_LIST (self), 0);

  return self->records->len;
}

gboolean
sf_record_list_focus (SfRecordList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SF_IS_RECORD_LIST (self), FALSE);

  row = gtk_list_box_get_selected_row (self->box);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->box, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sf_record_list_dispose (GObject *object)
{
  SfRecordList *self = SF_RECORD_LIST (object);

  if (self->box != NULL)
    g_signal_handlers_disconnect_by_data (self->box, self);
  self->box = NULL;
  g_clear_handle_id (&self->more_id, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selected);
  G_OBJECT_CLASS (sf_record_list_parent_class)->dispose (object);
}

static void
sf_record_list_finalize (GObject *object)
{
  SfRecordList *self = SF_RECORD_LIST (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  G_OBJECT_CLASS (sf_record_list_parent_class)->finalize (object);
}

static gboolean
sf_record_list_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return sf_part_focus_list (widget, SF_RECORD_LIST (widget)->box, NULL, direction);
}

static void
sf_record_list_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = LEAST_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (SF_RECORD_LIST (widget)->scrolled, orientation, -1, minimum, natural, NULL,
                        NULL);
}

static void
sf_record_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (SF_RECORD_LIST (widget)->scrolled,
                            &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
sf_record_list_class_init (SfRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = sf_record_list_move_focus;
  widget_class->measure = sf_record_list_measure;
  widget_class->size_allocate = sf_record_list_size_allocate;
  object_class->dispose = sf_record_list_dispose;
  object_class->finalize = sf_record_list_finalize;
  signals[RECORD_SELECTED]
      = g_signal_new ("record-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, SF_TYPE_RECORD);
  signals[RECORD_ACTIVATED]
      = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, SF_TYPE_RECORD);
  gtk_widget_class_set_css_name (widget_class, "sf-record-list");
}

static void
sf_record_list_init (SfRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->limit = ROWS;
  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "sf-rows");
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_sort_func (self->box, compare_rows, NULL, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->box));
  g_signal_connect (self->box, "row-selected", G_CALLBACK (on_row_selected_cb), self);
  g_signal_connect (self->box, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  g_signal_connect (self->box, "move-cursor", G_CALLBACK (on_move_cursor_cb), self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (
                               GTK_SCROLLED_WINDOW (self->scrolled)),
                           "value-changed", G_CALLBACK (on_scrolled_cb), self, 0);
}

GtkWidget *
sf_record_list_new (const char *label, SfRecordDescribe describe, gpointer data)
{
  SfRecordList *self = g_object_new (SF_TYPE_RECORD_LIST, NULL);

  self->describe = describe;
  self->data = data;
  sf_part_set_name (GTK_WIDGET (self->box), label);
  return GTK_WIDGET (self);
}

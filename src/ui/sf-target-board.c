/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-board.h"

#include "model/sf-target-status.h"
#include "ui/sf-chip.h"
#include "ui/sf-mark.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-record-row.h"
#include "ui/sf-string.h"
#include "ui/sf-tiles.h"

#include <glib/gi18n-lib.h>

/* How many targets a column shows at first, and how many more each time more are asked for: a board
 * is looked at, ten years of targets are looked for in the list. */
#define SHOWN_AT_FIRST 12
#define SHOWN_MORE 48

/* One column of the board. */
typedef struct
{
  GtkWidget *card;
  GtkWidget *chip;
  GtkWidget *count;
  GtkWidget *rows;
  GtkWidget *none;
  char *shown; /* all that the rows say */
  guint limit;
} Column;

struct _SfTargetBoard
{
  GtkBox parent_instance;

  SfContext *context;
  GtkWidget *tiles;
  GtkWidget *ended; /* how targets ended, one card under the other */
  GPtrArray *targets;
  guint more_id;
  Column columns[SF_N_TARGET_STATUSES];
};

G_DEFINE_FINAL_TYPE (SfTargetBoard, sf_target_board, GTK_TYPE_BOX)

enum
{
  OPEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- by keyboard --------------------------------------------------------------------------- */

static int
find_column (SfTargetBoard *self, GtkWidget *rows)
{
  for (int i = 0; i < SF_N_TARGET_STATUSES; i++)
    if (self->columns[i].rows == rows)
      return i;
  return -1;
}

/* The same place in the next column that has a target, or its last. */
static gboolean
go_beside (SfTargetBoard *self, GtkWidget *rows, int way)
{
  GtkWidget *row = gtk_widget_get_focus_child (rows);
  int place = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : 0;

  for (int i = find_column (self, rows) + way; i >= 0 && i < SF_N_TARGET_STATUSES; i += way)
    {
      GtkListBox *next = GTK_LIST_BOX (self->columns[i].rows);
      GtkListBoxRow *found = NULL;

      for (int k = place; k >= 0 && found == NULL; k--)
        found = gtk_list_box_get_row_at_index (next, k);
      if (found != NULL)
        return gtk_widget_grab_focus (GTK_WIDGET (found));
    }
  return FALSE;
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint key,
                   guint code,
                   GdkModifierType modifiers,
                   SfTargetBoard *self)
{
  GtkWidget *rows = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean turned = gtk_widget_get_direction (rows) == GTK_TEXT_DIR_RTL;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    return go_beside (self, rows, turned ? -1 : 1);
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    return go_beside (self, rows, turned ? 1 : -1);
  return FALSE;
}

/* --- what it shows ------------------------------------------------------------------------- */

/* "Due 31 March · Changed · Tom Ellison", then how far it is */
static char *
describe (SfTargetBoard *self, SfTarget *target)
{
  SfModel *model = sf_context_get_model (self->context);
  const char *today = sf_context_get_today (self->context);
  g_autofree char *when = sf_target_when_to_text (model, target, today);
  g_autofree char *way = sf_target_way_to_text (model, target, today);

  return way != NULL ? g_strdup_printf ("%s\n%s", when, way) : g_steal_pointer (&when);
}

static GtkWidget *
create_row (SfRecordText *text, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = sf_record_row_new ();

  gtk_widget_add_css_class (row, "sf-row");
  sf_part_set_name (row, name);
  sf_record_row_set_text (SF_RECORD_ROW (words), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), words);
  return row;
}

static GtkWidget *
create_target_row (SfTargetBoard *self, SfTarget *target)
{
  SfRecordText text
      = { .title = g_strdup (sf_target_get_title (target)), .subtitle = describe (self, target) };
  g_autofree char *name = g_strdup_printf ("%s, %s", text.title, text.subtitle);
  GtkWidget *row = create_row (&text, name);

  g_object_set_data_full (G_OBJECT (row), "sf-target", g_object_ref (target), g_object_unref);
  return row;
}

static GtkWidget *
create_more_row (guint n)
{
  g_autofree char *name
      = g_strdup_printf (ngettext ("Show %u more target", "Show %u more targets", n), n);
  SfRecordText text = { .title = g_strdup (name) };

  return create_row (&text, name);
}

static char *
dup_state (SfTargetBoard *self, GPtrArray *targets, guint n)
{
  GString *state = g_string_new ("");

  g_string_append_printf (state, "%u\n", targets->len);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = describe (self, targets->pdata[i]);

      g_string_append_printf (state, "%p %s\t%s\n", targets->pdata[i],
                              sf_target_get_title (targets->pdata[i]), text);
    }
  return g_string_free (state, FALSE);
}

static void
fill (SfTargetBoard *self, Column *column, GPtrArray *targets, guint n)
{
  sf_part_clear (column->rows);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (column->rows), create_target_row (self, targets->pdata[i]));
  if (n < targets->len)
    gtk_list_box_append (GTK_LIST_BOX (column->rows),
                         create_more_row (MIN (SHOWN_MORE, targets->len - n)));
}

/* Columns of open targets are always there; how targets ended only where one did. */
static void
show_column (SfTargetBoard *self, SfTargetStatus status, GPtrArray *targets)
{
  Column *column = &self->columns[status];
  guint n = MIN (column->limit, targets->len);
  g_autofree char *state = dup_state (self, targets, n);
  g_autofree char *name = NULL, *count = NULL;
  GtkWidget *focus = gtk_widget_get_focus_child (column->rows);
  int place = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;

  if (!sf_string_set (&column->shown, state))
    return;
  fill (self, column, targets, n);
  count = g_strdup_printf ("%u", targets->len);
  sf_part_set_text (column->count, count);
  /* Translators: a status, and how many targets have it */
  name = g_strdup_printf (ngettext ("%s: %u target", "%s: %u targets", targets->len),
                          sf_target_status_get_label (status), targets->len);
  sf_part_set_name (column->rows, name);
  gtk_widget_set_visible (column->rows, targets->len > 0);
  gtk_widget_set_visible (column->none, targets->len == 0);
  gtk_widget_set_visible (column->card, targets->len > 0 || status < SF_TARGET_MET);
  if (place >= 0)
    {
      GtkListBoxRow *row
          = gtk_list_box_get_row_at_index (GTK_LIST_BOX (column->rows), MIN (place, (int)n - 1));

      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
show_all (SfTargetBoard *self)
{
  SfModel *model = sf_context_get_model (self->context);
  GPtrArray *own[SF_N_TARGET_STATUSES];

  for (guint status = 0; status < SF_N_TARGET_STATUSES; status++)
    own[status] = g_ptr_array_new ();
  for (guint i = 0; i < self->targets->len; i++)
    g_ptr_array_add (own[sf_target_get_status (model, self->targets->pdata[i],
                                               sf_context_get_today (self->context))],
                     self->targets->pdata[i]);
  for (guint status = 0; status < SF_N_TARGET_STATUSES; status++)
    {
      show_column (self, (SfTargetStatus)status, own[status]);
      g_ptr_array_unref (own[status]);
    }
}

void
sf_target_board_show (SfTargetBoard *self, GPtrArray *targets)
{
  g_return_if_fail (SF_IS_TARGET_BOARD (self));

  g_ptr_array_set_size (self->targets, 0);
  for (guint i = 0; i < targets->len; i++)
    g_ptr_array_add (self->targets, g_object_ref (targets->pdata[i]));
  show_all (self);
}

static gboolean
on_more_cb (gpointer data)
{
  SfTargetBoard *self = data;

  self->more_id = 0;
  show_all (self);
  return G_SOURCE_REMOVE;
}

/* A target is opened; the last row shows more of them, and the first of these has the focus. */
static void
on_row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, SfTargetBoard *self)
{
  SfTarget *target = g_object_get_data (G_OBJECT (row), "sf-target");

  if (target != NULL)
    {
      g_signal_emit (self, signals[OPEN], 0, target);
      return;
    }
  self->columns[find_column (self, GTK_WIDGET (rows))].limit += SHOWN_MORE;
  /* the list has still to do with the row, which will be gone */
  if (self->more_id == 0)
    self->more_id = g_idle_add (on_more_cb, self);
}

/* GTK goes by where the middle of things lies, so that a short column would come before a long one
 * on its left. Each column is one stop, in their order; the arrows move in it. */
static gboolean
sf_target_board_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SfTargetBoard *self = SF_TARGET_BOARD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int way = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int at = way > 0 ? -1 : SF_N_TARGET_STATUSES;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (sf_target_board_parent_class)->focus (widget, direction);
  for (int i = 0; focus != NULL && i < SF_N_TARGET_STATUSES; i++)
    if (gtk_widget_is_ancestor (focus, self->columns[i].rows))
      at = i;
  for (int i = at + way; i >= 0 && i < SF_N_TARGET_STATUSES; i += way)
    if (gtk_widget_get_visible (self->columns[i].rows)
        && gtk_widget_child_focus (self->columns[i].rows, direction))
      return TRUE;
  return FALSE;
}

/* --- building ------------------------------------------------------------------------------ */

static GtkWidget *
create_card (SfTargetBoard *self, SfTargetStatus status)
{
  Column *column = &self->columns[status];
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *header, *card = sf_part_card (NULL, NULL);

  column->limit = SHOWN_AT_FIRST;
  header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  column->chip = sf_chip_new ();
  sf_chip_set_status (SF_CHIP (column->chip), status);
  gtk_widget_set_hexpand (column->chip, TRUE);
  gtk_widget_set_halign (column->chip, GTK_ALIGN_START);
  column->count = sf_part_label (NULL, "dim-label");
  column->rows = sf_part_rows (sf_target_status_get_label (status));
  column->none = sf_part_label (_ ("None"), "sf-nothing");
  gtk_widget_add_css_class (column->none, "dim-label");
  gtk_widget_add_css_class (header, "sf-board-head");
  gtk_box_append (GTK_BOX (header), column->chip);
  gtk_box_append (GTK_BOX (header), column->count);
  gtk_box_append (GTK_BOX (card), header);
  gtk_box_append (GTK_BOX (card), column->rows);
  gtk_box_append (GTK_BOX (card), column->none);
  g_signal_connect (column->rows, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (column->rows, keys);
  column->card = card;
  return card;
}

static void
sf_target_board_dispose (GObject *object)
{
  SfTargetBoard *self = SF_TARGET_BOARD (object);

  g_clear_handle_id (&self->more_id, g_source_remove);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_target_board_parent_class)->dispose (object);
}

static void
sf_target_board_finalize (GObject *object)
{
  SfTargetBoard *self = SF_TARGET_BOARD (object);

  for (guint i = 0; i < SF_N_TARGET_STATUSES; i++)
    g_free (self->columns[i].shown);
  g_ptr_array_unref (self->targets);
  G_OBJECT_CLASS (sf_target_board_parent_class)->finalize (object);
}

static void
sf_target_board_class_init (SfTargetBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_target_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_target_board_finalize;
  GTK_WIDGET_CLASS (klass)->focus = sf_target_board_move_focus;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, SF_TYPE_TARGET);
}

static void
sf_target_board_init (SfTargetBoard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->targets = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkWidget *
sf_target_board_new (SfContext *context)
{
  SfTargetBoard *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_TARGET_BOARD, NULL);
  self->context = g_object_ref (context);
  self->tiles = sf_tiles_new (12);
  gtk_widget_set_valign (self->tiles, GTK_ALIGN_START);
  self->ended = sf_pile_new (12);
  for (guint i = 0; i < SF_N_TARGET_STATUSES; i++)
    if (i < SF_TARGET_MET)
      sf_tiles_append (SF_TILES (self->tiles), create_card (self, (SfTargetStatus)i));
    else
      gtk_box_append (GTK_BOX (self->ended), create_card (self, (SfTargetStatus)i));
  sf_tiles_append (SF_TILES (self->tiles), self->ended);
  gtk_box_append (GTK_BOX (self), sf_part_scrolled (self->tiles, 4000));
  return GTK_WIDGET (self);
}

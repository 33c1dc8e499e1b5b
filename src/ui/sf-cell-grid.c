/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-cell-grid-private.h"
#include "ui/sf-parts.h"

G_DEFINE_FINAL_TYPE (SfCellGrid, sf_cell_grid, GTK_TYPE_WIDGET)

static void
get_range (SfCellGrid *self, SfCellRange *range)
{
  range->first_row = MIN (self->row, self->anchor_row);
  range->last_row = MAX (self->row, self->anchor_row);
  range->first_column = MIN (self->column, self->anchor_column);
  range->last_column = MAX (self->column, self->anchor_column);
}

/* --- what is chosen --------------------------------------------------------------------------- */

static void
mark_cells (SfCellGrid *self)
{
  SfCellRange range;
  gboolean several;

  get_range (self, &range);
  several = range.first_row != range.last_row || range.first_column != range.last_column;
  for (guint i = 0; i < self->cells->len; i++)
    {
      SfCell *cell = self->cells->pdata[i];
      guint row = sf_cell_get_row (cell), column = sf_cell_get_column (cell);
      gboolean chosen = several && row >= range.first_row && row <= range.last_row
                        && column >= range.first_column && column <= range.last_column;

      if (chosen != gtk_widget_has_css_class (GTK_WIDGET (cell), "chosen"))
        {
          if (chosen)
            gtk_widget_add_css_class (GTK_WIDGET (cell), "chosen");
          else
            gtk_widget_remove_css_class (GTK_WIDGET (cell), "chosen");
          gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED, chosen,
                                       -1);
        }
    }
}

static gboolean end_edit (SfCellGrid *self);

static void
move_to (SfCellGrid *self, guint row, guint column, gboolean extend)
{
  gboolean moved = row != self->row || column != self->column;

  if (self->rows->len == 0 || self->names->len == 0 || !end_edit (self))
    return;
  self->row = MIN (row, self->rows->len - 1);
  self->column = MIN (column, self->names->len - 1);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
  mark_cells (self);
  gtk_widget_grab_focus (GTK_WIDGET (sf_cell_grid_get_cell (self, self->row, self->column)));
  if (moved && self->actions != NULL && self->actions->moved != NULL)
    self->actions->moved (self->row, self->column, self->data);
}

static void
copy_range (SfCellGrid *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SfCellRange range;

  get_range (self, &range);
  for (guint row = range.first_row; row <= range.last_row; row++)
    for (guint column = range.first_column; column <= range.last_column; column++)
      {
        g_string_append (text, sf_cell_get_text (sf_cell_grid_get_cell (self, row, column)));
        g_string_append_c (text, column < range.last_column ? '\t' : '\n');
      }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

/* --- editing ---------------------------------------------------------------------------------- */

void
sf_cell_grid_drop_editor (SfCellGrid *self)
{
  SfCell *cell = self->edited;
  gboolean focus;

  if (cell == NULL)
    return;
  focus
      = gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->editor))));
  self->leaving = TRUE;
  self->edited = NULL;
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  sf_cell_set_editor (cell, NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (cell), "wrong");
  self->leaving = FALSE;
}

/* Writes what is typed; FALSE if it cannot be taken and stays to be put right. */
static gboolean
end_edit (SfCellGrid *self)
{
  SfCell *cell = self->edited;
  g_autofree char *text = NULL;

  if (cell == NULL || self->leaving)
    return TRUE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  g_strstrip (text);
  if (!g_str_equal (text, sf_cell_get_text (cell))
      && !self->actions->edit (sf_cell_get_row (cell), sf_cell_get_column (cell), text, self->data))
    {
      gtk_widget_add_css_class (GTK_WIDGET (cell), "wrong");
      gtk_widget_grab_focus (self->editor);
      return FALSE;
    }
  sf_cell_grid_drop_editor (self);
  return TRUE;
}

/* @text: (nullable): what is typed over what is there; NULL opens that */
static void
begin_edit (SfCellGrid *self, const char *text)
{
  SfCell *cell = sf_cell_grid_get_cell (self, self->row, self->column);
  g_autofree char *name = NULL;

  if (cell == NULL || !self->editable || !end_edit (self))
    return;
  name = g_strdup_printf ("%s, %s", (char *)self->names->pdata[self->column],
                          (char *)self->rows->pdata[self->row]);
  sf_part_set_name (self->editor, name);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text ? text : sf_cell_get_text (cell));
  self->edited = cell;
  sf_cell_set_editor (cell, self->editor);
  gtk_widget_grab_focus (self->editor);
  if (text != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
}

static void
leave_edit (SfCellGrid *self, int rows, int columns)
{
  guint row = self->row, column = self->column;

  if (!end_edit (self))
    return;
  if ((rows < 0 && row == 0) || (columns < 0 && column == 0))
    rows = columns = 0;
  move_to (self, (guint)((int)row + rows), (guint)((int)column + columns), FALSE);
}

static gboolean
on_editor_key_cb (GtkEventControllerKey *controller,
                  guint key,
                  guint code,
                  GdkModifierType state,
                  SfCellGrid *self)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      sf_cell_grid_drop_editor (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Down:
      leave_edit (self, 1, 0);
      return TRUE;
    case GDK_KEY_Up:
      leave_edit (self, -1, 0);
      return TRUE;
    case GDK_KEY_Tab:
      leave_edit (self, 0, 1);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      leave_edit (self, 0, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* One value goes into the text, a table to the cells: which it is shows when it has been read. */
static void
on_editor_paste_cb (GtkText *text, SfCellGrid *self)
{
  if (self->edited != NULL
      && self->actions->paste (sf_cell_get_row (self->edited), sf_cell_get_column (self->edited),
                               self->data))
    g_signal_stop_emission_by_name (text, "paste-clipboard");
}

gboolean
sf_cell_grid_insert (SfCellGrid *self, const char *text)
{
  GtkEditable *editor;
  int position;

  g_return_val_if_fail (SF_IS_CELL_GRID (self), FALSE);

  if (self->edited == NULL)
    return FALSE;
  editor = GTK_EDITABLE (self->editor);
  gtk_editable_delete_selection (editor);
  position = gtk_editable_get_position (editor);
  gtk_editable_insert_text (editor, text, -1, &position);
  gtk_editable_set_position (editor, position);
  return TRUE;
}

gboolean
sf_cell_grid_end_edit (SfCellGrid *self)
{
  g_return_val_if_fail (SF_IS_CELL_GRID (self), FALSE);

  return end_edit (self);
}

static void
on_editor_leave_cb (GtkEventControllerFocus *controller, SfCellGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* another window is no reason to end it */
  if (self->edited != NULL && !self->leaving && GTK_IS_WINDOW (root)
      && gtk_window_is_active (GTK_WINDOW (root)))
    {
      if (self->actions->edit (sf_cell_get_row (self->edited), sf_cell_get_column (self->edited),
                               gtk_editable_get_text (GTK_EDITABLE (self->editor)), self->data))
        sf_cell_grid_drop_editor (self);
      else
        gtk_widget_add_css_class (GTK_WIDGET (self->edited), "wrong");
    }
}

/* --- keys ------------------------------------------------------------------------------------- */

static gboolean
walk (SfCellGrid *self, guint key, GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0, far = (state & GDK_CONTROL_MASK) != 0;
  guint row = self->row, column = self->column;
  guint last_row = self->rows->len - 1, last_column = self->names->len - 1;

  switch (key)
    {
    case GDK_KEY_Up:
      row = far ? 0 : row - (row > 0);
      break;
    case GDK_KEY_Down:
      row = far ? last_row : MIN (row + 1, last_row);
      break;
    case GDK_KEY_Left:
      column = far ? 0 : column - (column > 0);
      break;
    case GDK_KEY_Right:
      column = far ? last_column : MIN (column + 1, last_column);
      break;
    case GDK_KEY_Home:
      column = 0;
      row = far ? 0 : row;
      break;
    case GDK_KEY_End:
      column = last_column;
      row = far ? last_row : row;
      break;
    default:
      return FALSE;
    }
  move_to (self, row, column, extend);
  return TRUE;
}

static void
clear_range (SfCellGrid *self)
{
  SfCellRange range;

  get_range (self, &range);
  self->actions->clear (&range, self->data);
}

static gboolean
answer_control (SfCellGrid *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      copy_range (self);
      return TRUE;
    case GDK_KEY_a:
      self->anchor_row = self->anchor_column = 0;
      move_to (self, self->rows->len - 1, self->names->len - 1, TRUE);
      return TRUE;
    case GDK_KEY_v:
      return self->editable && self->actions->paste (self->row, self->column, self->data);
    default:
      return FALSE;
    }
}

static gboolean
answer_editing_key (SfCellGrid *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      begin_edit (self, NULL);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      clear_range (self);
      return TRUE;
    default:
      break;
    }
  if (letter == 0 || !g_unichar_isgraph (letter))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  begin_edit (self, text);
  return TRUE;
}

static gboolean
on_key_cb (GtkEventControllerKey *controller,
           guint key,
           guint code,
           GdkModifierType state,
           SfCellGrid *self)
{
  if (self->edited != NULL || self->cells->len == 0)
    return FALSE;
  if (walk (self, key, state & ~GDK_LOCK_MASK))
    return TRUE;
  if (state & GDK_CONTROL_MASK)
    return answer_control (self, gdk_keyval_to_lower (key));
  if ((state & GDK_ALT_MASK) != 0 || !self->editable)
    return FALSE;
  return answer_editing_key (self, key);
}

/* --- the mouse -------------------------------------------------------------------------------- */

static void
on_pressed_cb (GtkGestureClick *click, int n, double x, double y, SfCellGrid *self)
{
  GtkWidget *widget = gtk_widget_pick (self->table, x, y, GTK_PICK_DEFAULT);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, SF_TYPE_CELL) : NULL;

  if (cell == NULL || SF_CELL (cell) == self->edited || !gtk_widget_get_focusable (cell))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  move_to (self, sf_cell_get_row (SF_CELL (cell)), sf_cell_get_column (SF_CELL (cell)),
           (state & GDK_SHIFT_MASK) != 0);
  if (n == 2)
    begin_edit (self, NULL);
}

/* --- the rest --------------------------------------------------------------------------------- */

guint
sf_cell_grid_get_n_rows (SfCellGrid *self)
{
  g_return_val_if_fail (SF_IS_CELL_GRID (self), 0);

  return self->rows->len;
}

guint
sf_cell_grid_get_n_columns (SfCellGrid *self)
{
  g_return_val_if_fail (SF_IS_CELL_GRID (self), 0);

  return self->names->len;
}

void
sf_cell_grid_set_editable (SfCellGrid *self, gboolean editable)
{
  g_return_if_fail (SF_IS_CELL_GRID (self));

  self->editable = editable && self->actions != NULL;
  if (!self->editable)
    sf_cell_grid_drop_editor (self);
}

void
sf_cell_grid_move (SfCellGrid *self, guint row, guint column)
{
  g_return_if_fail (SF_IS_CELL_GRID (self));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    {
      move_to (self, row, column, FALSE);
      return;
    }
  self->row = self->anchor_row = self->rows->len > 0 ? MIN (row, self->rows->len - 1) : 0;
  self->column = self->anchor_column
      = self->names->len > 0 ? MIN (column, self->names->len - 1) : 0;
  mark_cells (self);
}

void
sf_cell_grid_get_cursor (SfCellGrid *self, guint *row, guint *column)
{
  g_return_if_fail (SF_IS_CELL_GRID (self));

  *row = self->row;
  *column = self->column;
}

/* One stop for Tab, at the cursor. */
static gboolean
sf_cell_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SfCellGrid *self = SF_CELL_GRID (widget);
  SfCell *cell = sf_cell_grid_get_cell (self, self->row, self->column);

  if (cell == NULL || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static gboolean
sf_cell_grid_grab_focus (GtkWidget *widget)
{
  return sf_cell_grid_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
sf_cell_grid_dispose (GObject *object)
{
  SfCellGrid *self = SF_CELL_GRID (object);

  self->leaving = TRUE;
  if (self->edited != NULL)
    sf_cell_set_editor (self->edited, NULL);
  self->edited = NULL;
  g_clear_object (&self->editor);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_cell_grid_parent_class)->dispose (object);
}

static void
sf_cell_grid_finalize (GObject *object)
{
  SfCellGrid *self = SF_CELL_GRID (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->shape);
  G_OBJECT_CLASS (sf_cell_grid_parent_class)->finalize (object);
}

static void
sf_cell_grid_class_init (SfCellGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_cell_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_cell_grid_finalize;
  widget_class->focus = sf_cell_grid_focus;
  widget_class->grab_focus = sf_cell_grid_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sfcellgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
create_editor (SfCellGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* a GtkText alone is not there for a screen reader */
  self->editor = g_object_ref_sink (gtk_entry_new ());
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_editor_key_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_editor_leave_cb), self);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->editor)), "paste-clipboard",
                    G_CALLBACK (on_editor_paste_cb), self);
  gtk_widget_add_controller (self->editor, keys);
  gtk_widget_add_controller (self->editor, focus);
}

static void
sf_cell_grid_init (SfCellGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->cells = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->row_heads = gtk_grid_new ();
  self->table = gtk_grid_new ();
  create_editor (self);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->table);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_valign (self->row_heads, GTK_ALIGN_START);
  gtk_widget_set_valign (self->table, GTK_ALIGN_START);
  gtk_widget_set_halign (self->table, GTK_ALIGN_START);
  /* where the scroll bar lies */
  gtk_widget_set_margin_bottom (self->table, 14);
  gtk_box_append (GTK_BOX (self->box), self->row_heads);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  /* inside of what scrolls, which has a use of its own for Ctrl with the arrows */
  gtk_widget_add_controller (self->table, keys);
  gtk_widget_add_controller (self->table, GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
sf_cell_grid_new (const char *name, guint chars, const SfCellActions *actions, gpointer data)
{
  SfCellGrid *self = g_object_new (SF_TYPE_CELL_GRID, NULL);

  self->chars = chars;
  self->actions = actions;
  self->data = data;
  sf_part_set_name (GTK_WIDGET (self), name);
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-attacher.h"
#include "ui/sf-import-dialog.h"
#include "ui/sf-paste-key.h"
#include "ui/sf-statement-row.h"
#include "ui/sf-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Files dropped or pasted anywhere on the window: on a statement's row to that statement, elsewhere
 * to the one that is shown, else to the library. While something is dragged over it, the window
 * says what dropping it there will do. */

/* (transfer full) (nullable): the code of the statement that is shown */
static char *
dup_statement (SfWindow *self)
{
  const char *id = self->page ? sf_page_get_page_id (self->page) : NULL;
  char *item;

  if (!id || !g_str_has_prefix (id, "area:"))
    return NULL;
  item = sf_page_dup_item (self->page);
  if (g_strcmp0 (item, "grade") == 0)
    g_clear_pointer (&item, g_free);
  return item;
}

/* Where what comes now belongs: to @row's statement, if there is one. Without a statement the
 * library is shown, for it goes there. */
static void
aim (SfWindow *self, GtkWidget *row)
{
  g_autofree char *shown = row ? NULL : dup_statement (self);
  const char *code
      = row ? sf_statement_get_code (sf_statement_row_get_statement (SF_STATEMENT_ROW (row)))
            : shown;

  sf_attacher_set_goal (SF_ATTACHER (self->attacher), NULL, code);
}

static void
show_where (SfWindow *self)
{
  g_autofree char *code = dup_statement (self);

  if (!code)
    sf_context_go (self->context, "evidence", NULL);
}

/* --- tables ----------------------------------------------------------------------------------- */

/* On the page of outcomes one table is readings, not evidence. */
static gboolean
page_takes_tables (SfWindow *self)
{
  const char *id = self->page ? sf_page_get_page_id (self->page) : NULL;

  return g_strcmp0 (id, "outcomes") == 0 && sf_context_can_edit (self->context)
         && sf_context_get_centre (self->context) != NULL;
}

static gboolean
take_table (SfWindow *self, const GValue *value)
{
  GFile *table = page_takes_tables (self) && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)
                     ? sf_import_dialog_find_table (g_value_get_boxed (value))
                     : NULL;

  if (!table)
    return FALSE;
  sf_import_dialog_open (GTK_WIDGET (self), self->context, table);
  return TRUE;
}

/* --- dropping --------------------------------------------------------------------------------- */

/* (nullable): the statement's row that lies there */
static GtkWidget *
find_row (SfWindow *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget ? gtk_widget_get_ancestor (widget, SF_TYPE_STATEMENT_ROW) : NULL;
}

static void
mark_row (SfWindow *self, GtkWidget *row)
{
  if (self->drop_row == row)
    return;
  if (self->drop_row)
    gtk_widget_remove_css_class (self->drop_row, "drop-here");
  g_set_weak_pointer (&self->drop_row, row);
  if (row)
    gtk_widget_add_css_class (row, "drop-here");
}

static gboolean
on_drop_cb (GtkDropTarget *drop, const GValue *value, double x, double y, SfWindow *self)
{
  if (!self->attacher)
    return FALSE;
  mark_row (self, NULL);
  if (take_table (self, value))
    return TRUE;
  aim (self, find_row (self, x, y));
  if (!sf_attacher_take (SF_ATTACHER (self->attacher), value))
    return FALSE;
  show_where (self);
  return TRUE;
}

/* Who would take what is dropped at this place. */
static SfAttacher *
find_attacher (SfWindow *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (; widget; widget = gtk_widget_get_parent (widget))
    {
      SfAttacher *attacher = sf_attacher_find_for (widget);

      if (attacher)
        return attacher;
    }
  return SF_ATTACHER (self->attacher);
}

static gboolean
has_files (GtkDropControllerMotion *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);

  return drop
         && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static void
on_motion_cb (GtkDropControllerMotion *motion, double x, double y, SfWindow *self)
{
  SfAttacher *attacher;
  GtkWidget *row;
  g_autofree char *text = NULL;

  if (!self->attacher || !has_files (motion))
    return;
  attacher = find_attacher (self, x, y);
  row = attacher == SF_ATTACHER (self->attacher) ? find_row (self, x, y) : NULL;
  mark_row (self, row);
  if (attacher == SF_ATTACHER (self->attacher))
    aim (self, row);
  /* what is dragged is not known before it is dropped */
  text = page_takes_tables (self)
             ? g_strdup (_ ("Drop a table (CSV) to import its readings, or other files to add them "
                            "to the library as evidence"))
             : sf_attacher_describe_goal (attacher);
  gtk_label_set_text (GTK_LABEL (self->drop_text), text);
  gtk_widget_show (self->drop_overlay);
}

static void
on_leave_cb (GtkDropControllerMotion *motion, SfWindow *self)
{
  mark_row (self, NULL);
  gtk_widget_hide (self->drop_overlay);
}

/* --- pasting ---------------------------------------------------------------------------------- */

static gboolean
paste_evidence (SfWindow *self)
{
  aim (self, NULL);
  if (!sf_attacher_paste (SF_ATTACHER (self->attacher)))
    return FALSE;
  show_where (self);
  return TRUE;
}

static void
on_files_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfWindow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->context && self->attacher && (value == NULL || !take_table (self, value)))
    paste_evidence (self);
}

static gboolean
paste_table (SfWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!page_takes_tables (self) || !sf_paste_key_has_files (GTK_WIDGET (self)))
    return FALSE;
  gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                  on_files_read_cb, g_object_ref (self));
  return TRUE;
}

/* Ctrl+V where nothing is being typed, and the page itself does not take it. */
static gboolean
on_paste_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SfWindow *self = SF_WINDOW (widget);

  return self->attacher && (paste_table (self) || paste_evidence (self));
}

/* Pages with evidence take files themselves, wherever in them one writes. */
static gboolean
page_takes_files (SfWindow *self)
{
  const char *id = self->page ? sf_page_get_page_id (self->page) : NULL;

  return id && (g_str_has_prefix (id, "area:") || g_str_equal (id, "evidence"));
}

/* On the others a text would take files as addresses; where nobody writes, they go to the library.
 */
static gboolean
on_paste_files_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SfWindow *self = SF_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!self->attacher || page_takes_files (self)
      || !(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)))
    return FALSE;
  sf_window_say (self,
                 _ ("A text takes no files. Paste them on the Evidence page or at a statement."),
                 FALSE);
  return TRUE;
}

/* --- building --------------------------------------------------------------------------------- */

static GtkWidget *
create_overlay (SfWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *advice = gtk_label_new (
      _ ("Not for case files or a child’s record. Take names out before you add a file."));

  self->drop_text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->drop_text), TRUE);
  gtk_label_set_wrap (GTK_LABEL (advice), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->drop_text), GTK_JUSTIFY_CENTER);
  gtk_label_set_justify (GTK_LABEL (advice), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->drop_text, "title-2");
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_add_css_class (box, "sf-drop-overlay");
  gtk_box_append (GTK_BOX (box), self->drop_text);
  gtk_box_append (GTK_BOX (box), advice);
  gtk_widget_set_can_target (box, FALSE);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
add_controllers (SfWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  g_signal_connect (drop, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                        gtk_callback_action_new (on_paste_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
  sf_paste_key_add_for_files (GTK_WIDGET (self), on_paste_files_cb);
}

GtkWidget *
sf_window_build_drop (SfWindow *self, GtkWidget *child)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->drop_overlay = create_overlay (self);
  self->attach_place = adw_bin_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), child);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->drop_overlay);
  add_controllers (self);
  return overlay;
}

void
sf_window_accept_drops (SfWindow *self)
{
  self->attacher = sf_attacher_new (self->context);
  adw_bin_set_child (ADW_BIN (self->attach_place), self->attacher);
}

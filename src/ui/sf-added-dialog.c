/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-added-dialog.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-added-row.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-message.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

#define FOR_ALL_CHARS 42 /* two fields beside each other */

#define SF_TYPE_ADDED_DIALOG (sf_added_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SfAddedDialog, sf_added_dialog, SF, ADDED_DIALOG, AdwWindow)

struct _SfAddedDialog
{
  AdwWindow parent_instance;

  SfContext *context;
  GListStore *items;
  GtkWidget *list;
  GtkWidget *kind;
  GtkWidget *date;
  GtkWidget *sensitivity;
  GtkWidget *keep_until;
  GtkWidget *complaint;
};

G_DEFINE_FINAL_TYPE (SfAddedDialog, sf_added_dialog, ADW_TYPE_WINDOW)

/* --- for all of these ------------------------------------------------------------------------- */

static void
set_all (SfAddedDialog *self, const char *property, const GValue *value)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_object_set_property (item, property, value);
    }
}

/* The first word leaves every row as it is. */
static void
on_kind_cb (GtkDropDown *kind, GParamSpec *pspec, SfAddedDialog *self)
{
  guint selected = gtk_drop_down_get_selected (kind);
  g_auto (GValue) value = G_VALUE_INIT;

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, selected - 1);
  set_all (self, "kind", &value);
}

static void
on_date_cb (GtkEditable *date, SfAddedDialog *self)
{
  const char *text = gtk_editable_get_text (date);
  g_auto (GValue) value = G_VALUE_INIT;

  if (sf_text_is_blank (text))
    return;
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  set_all (self, "dated-on", &value);
}

static gboolean
parse_keep_until (SfAddedDialog *self, char **iso, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->keep_until));

  if (sf_text_is_blank (text))
    return TRUE;
  *iso = sf_date_parse (text, error);
  return *iso != NULL;
}

/* --- one step --------------------------------------------------------------------------------- */

static void
add_for_all (SfAddedDialog *self, SfAddedItem *item, const char *keep_until, GPtrArray *edits)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sensitivity));
  SfEvidence *evidence = sf_added_item_get_evidence (item);

  if (selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    g_ptr_array_add (edits, sf_field_edit_new (evidence, SF_EVIDENCE_SENSITIVITY,
                                               sf_vocabulary_get_nth_id (SF_VOCABULARY_SENSITIVITY,
                                                                         selected - 1)));
  if (keep_until != NULL)
    g_ptr_array_add (edits, sf_field_edit_new (evidence, SF_EVIDENCE_KEEP_UNTIL, keep_until));
}

static void
scroll_to (SfAddedDialog *self, guint position)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/* To the field of @item that cannot be taken, where it stands at @position. */
static void
focus_wrong (SfAddedDialog *self, SfAddedItem *item, guint position)
{
  guint wrong;

  scroll_to (self, position);
  g_object_get (item, "wrong", &wrong, NULL);
  for (GtkWidget *cell = gtk_widget_get_first_child (self->list); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *row = gtk_widget_get_first_child (cell);

      if (SF_IS_ADDED_ROW (row) && sf_added_row_get_item (SF_ADDED_ROW (row)) == item)
        sf_added_row_focus_field (SF_ADDED_ROW (row), wrong == SF_ADDED_WRONG_TITLE ? 0 : 1);
    }
}

/* What somebody took back meanwhile is passed over. */
static gboolean
is_there (SfAddedDialog *self, SfAddedItem *item)
{
  SfRecord *evidence = SF_RECORD (sf_added_item_get_evidence (item));

  return sf_model_find (sf_context_get_model (self->context), sf_record_get_uuid (evidence))
         == evidence;
}

static gboolean
list_edits (SfAddedDialog *self, GPtrArray *edits, GError **error)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *keep_until = NULL;

  if (!parse_keep_until (self, &keep_until, error))
    {
      gtk_widget_grab_focus (self->keep_until);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SfAddedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!is_there (self, item))
        continue;
      if (!sf_added_item_add_edits (item, edits, error))
        {
          focus_wrong (self, item, i);
          return FALSE;
        }
      add_for_all (self, item, keep_until, edits);
    }
  return TRUE;
}

static gboolean
write_edits (SfAddedDialog *self, GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_field_edit_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *label
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Checked %u added piece of evidence",
                                      "Checked %u added pieces of evidence", n),
                         n);

  if (!list_edits (self, edits, error))
    return FALSE;
  if (edits->len == 0)
    return TRUE;
  if (!sf_workbook_edit_many (sf_context_get_workbook (self->context), edits, label, error))
    return FALSE;
  sf_context_say (self->context, _ ("What you changed in the list is kept."), TRUE);
  return TRUE;
}

static void
on_done_cb (SfAddedDialog *self)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_hide (self->complaint);

  if (write_edits (self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  sf_part_set_text (self->complaint, error->message);
  gtk_widget_show (self->complaint);
}

/* --- leaving ---------------------------------------------------------------------------------- */

static gboolean
is_changed (SfAddedDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sensitivity)) > 0
      || !sf_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->keep_until))))
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SfAddedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (sf_added_item_is_changed (item))
        return TRUE;
    }
  return FALSE;
}

static gboolean
on_keep_cb (gpointer data)
{
  SfAddedDialog *self = data;

  if (self->items != NULL)
    on_done_cb (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_discard_cb (gpointer data)
{
  gtk_window_destroy (data);
  return G_SOURCE_REMOVE;
}

/* The window that asked goes first: it still looks at this one when it does. */
static void
on_leave_answer (const char *answer, gpointer data)
{
  g_autoptr (SfAddedDialog) self = data;

  if (g_str_equal (answer, "keep"))
    g_idle_add_full (G_PRIORITY_LOW, on_keep_cb, g_object_ref (self), g_object_unref);
  else if (g_str_equal (answer, "discard"))
    g_idle_add_full (G_PRIORITY_LOW, on_discard_cb, g_object_ref (self), g_object_unref);
}

/* Escape, the window manager, or "Leave as they are": what was typed is not lost by that. */
static gboolean
on_close_request_cb (SfAddedDialog *self)
{
  const SfAnswer answers[] = {
    { "discard", _ ("Discard"), SF_ANSWER_DESTRUCTIVE },
    { "keep", _ ("Keep"), SF_ANSWER_SUGGESTED },
  };

  if (!is_changed (self))
    return FALSE;
  sf_message_ask (GTK_WIDGET (self), _ ("Keep what you changed?"),
                  _ ("You changed titles, dates or something else in this list."), NULL, answers,
                  G_N_ELEMENTS (answers), on_leave_answer, g_object_ref (self));
  return TRUE;
}

/* --- keys ------------------------------------------------------------------------------------- */

static SfAddedRow *
find_focus_row (SfAddedDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SF_TYPE_ADDED_ROW) : NULL;

  return row != NULL ? SF_ADDED_ROW (row) : NULL;
}

/* FALSE: there is no row after or before @row */
static gboolean
focus_beside (SfAddedDialog *self, SfAddedRow *row, gboolean after, guint field)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (row));
  GtkWidget *other
      = after ? gtk_widget_get_next_sibling (cell) : gtk_widget_get_prev_sibling (cell);
  GtkWidget *child = other != NULL ? gtk_widget_get_first_child (other) : NULL;
  guint position;

  if (!SF_IS_ADDED_ROW (child)
      || !g_list_store_find (self->items, sf_added_row_get_item (SF_ADDED_ROW (child)), &position))
    return FALSE;
  sf_added_row_focus_field (SF_ADDED_ROW (child), field);
  scroll_to (self, position);
  return TRUE;
}

/* Up and down go to the same field of the next row; Tab goes on from the last field of a row to the
 * first of the next, where a list would be left. */
static gboolean
on_list_key_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                SfAddedDialog *self)
{
  SfAddedRow *row = find_focus_row (self);
  int field = row != NULL ? sf_added_row_get_field (row) : -1;
  gboolean back
      = key == GDK_KEY_ISO_Left_Tab || (key == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0);

  if (field < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_Down || key == GDK_KEY_Up) && field < SF_ADDED_KIND_FIELD)
    return focus_beside (self, row, key == GDK_KEY_Down, (guint)field);
  if (back)
    return field == 0 && focus_beside (self, row, FALSE, SF_ADDED_KIND_FIELD);
  if (key == GDK_KEY_Tab)
    return field == SF_ADDED_KIND_FIELD && focus_beside (self, row, TRUE, 0);
  return GDK_EVENT_PROPAGATE;
}

/* --- building --------------------------------------------------------------------------------- */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SfAddedDialog *self)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, sf_added_row_new (self->context));
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  sf_added_row_show (SF_ADDED_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  sf_added_row_show (SF_ADDED_ROW (gtk_list_item_get_child (item)), NULL);
}

static GtkWidget *
create_list (SfAddedDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (
                                      g_object_ref (G_LIST_MODEL (self->items)))),
                                  factory);
  sf_part_set_name (self->list, _ ("What was added"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_list_key_cb), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/* A label above @control, which it names. */
static void
attach_control (GtkWidget *grid, int column, const char *text, GtkWidget *control)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  sf_part_set_labelled_by (control, label);
  gtk_widget_set_hexpand (control, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, column, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), control, column, 1, 1, 1);
}

static GtkWidget *
create_date_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Day month year"));
  return entry;
}

static GtkWidget *
create_sensitivities (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("As it is"));
  for (guint i = 0; i < sf_vocabulary_get_n_terms (SF_VOCABULARY_SENSITIVITY); i++)
    gtk_string_list_append (words, sf_vocabulary_get_nth_label (SF_VOCABULARY_SENSITIVITY, i));
  return sf_drop_down_new (words);
}

static GtkWidget *
create_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  return grid;
}

static GtkWidget *
create_for_all (SfAddedDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *first = create_grid (), *second = create_grid ();

  self->kind = sf_added_row_new_kinds (_ ("As it is"));
  self->date = create_date_entry ();
  self->sensitivity = create_sensitivities ();
  self->keep_until = create_date_entry ();
  attach_control (first, 0, _ ("_Kind"), self->kind);
  attach_control (first, 1, _ ("D_ate of the evidence"), self->date);
  attach_control (second, 0, _ ("_Who may see it"), self->sensitivity);
  attach_control (second, 1, _ ("Keep _until"), self->keep_until);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (on_kind_cb), self, 0);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (on_date_cb), self, 0);
  gtk_box_append (GTK_BOX (box), sf_part_heading (_ ("For all of these")));
  /* two under two in large text, so that a whole date can be read in its field */
  gtk_box_append (GTK_BOX (box), sf_fold_box_new (first, second, FOR_ALL_CHARS, FOR_ALL_CHARS, 12));
  return box;
}

static GtkWidget *
create_head (SfAddedDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *done = sf_button_new (_ ("_Done"));
  GtkWidget *leave = sf_button_new (_ ("_Leave as they are"));

  gtk_widget_add_css_class (done, "suggested-action");
  g_signal_connect_object (done, "clicked", G_CALLBACK (on_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (leave, "clicked", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), leave);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), done);
  return bar;
}

static void
build (SfAddedDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = create_list (self);

  self->complaint = sf_part_label ("", "error");
  gtk_widget_set_visible (self->complaint, FALSE);
  gtk_widget_set_margin_top (body, 12);
  gtk_widget_set_margin_bottom (body, 12);
  gtk_widget_set_margin_start (body, 12);
  gtk_widget_set_margin_end (body, 12);
  gtk_box_append (GTK_BOX (body), create_for_all (self));
  gtk_box_append (GTK_BOX (body), self->complaint);
  gtk_box_append (GTK_BOX (body), sf_part_heading (_ ("Titles, dates and kinds")));
  gtk_box_append (GTK_BOX (body), list);
  gtk_box_append (GTK_BOX (box), create_head (self));
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (self), box);
  sf_part_close_by_escape (GTK_WIDGET (self));
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request_cb), NULL);
}

static void
sf_added_dialog_dispose (GObject *object)
{
  SfAddedDialog *self = SF_ADDED_DIALOG (object);

  g_clear_object (&self->items);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_added_dialog_parent_class)->dispose (object);
}

static void
sf_added_dialog_class_init (SfAddedDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_added_dialog_dispose;
}

static void
sf_added_dialog_init (SfAddedDialog *self)
{
  self->items = g_list_store_new (SF_TYPE_ADDED_ITEM);
}

static void
on_changed_cb (SfAddedDialog *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SfAddedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      sf_added_item_refresh (item);
    }
}

void
sf_added_dialog_present (GtkWidget *parent, SfContext *context, GPtrArray *evidence)
{
  SfAddedDialog *self = g_object_new (SF_TYPE_ADDED_DIALOG, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  self->context = g_object_ref (context);
  for (guint i = 0; i < evidence->len; i++)
    {
      g_autoptr (GPtrArray) files
          = sf_model_list_attachments (sf_context_get_model (context), evidence->pdata[i]);

      g_ptr_array_add (items, sf_added_item_new (evidence->pdata[i],
                                                 files->len > 0 ? files->pdata[0] : NULL));
    }
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  build (self);
  g_signal_connect_object (sf_context_get_model (context), "changed", G_CALLBACK (on_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), _ ("What was added"));
  gtk_window_set_default_size (GTK_WINDOW (self), 860, 620);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_present (GTK_WINDOW (self));
}

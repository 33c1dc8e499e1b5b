/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-spell.h"

#include <enchant.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_LANGUAGE "en_GB"
#define SLICE_USEC 3000
#define MAX_SUGGESTIONS 6
#define SPELL_KEY "sf-spell"

/* What one text view has of it; freed with the view. */
typedef struct
{
  GtkTextView *view; /* borrowed: it owns this */
  GtkTextBuffer *buffer;
  GSettings *settings;
  EnchantDict *dict; /* NULL: off, no dictionary, or not asked for yet */
  gboolean asked;
  GtkTextTag *tag;
  GtkTextMark *from, *to; /* what is still to be looked at lies between */
  gboolean skipped;       /* the word at the cursor was left alone */
  guint idle;
  gboolean keep_dictionary; /* no word is added to it */
  int clicked;              /* offset in the word that the menu is about */
} SfSpell;

/* Dictionaries are big and slow to load: one broker serves all views until the program ends. */
static EnchantBroker *
get_broker (void)
{
  static EnchantBroker *broker;

  if (broker == NULL)
    broker = enchant_broker_init ();
  return broker;
}

gboolean
sf_spell_is_available (const char *language)
{
  return enchant_broker_dict_exists (get_broker (), language) != 0;
}

static EnchantDict *
request_dict (GSettings *settings)
{
  g_autofree char *language = NULL;

  if (settings != NULL && !g_settings_get_boolean (settings, "spell-check"))
    return NULL;
  language = settings != NULL ? g_settings_get_string (settings, "spell-language")
                              : g_strdup (DEFAULT_LANGUAGE);
  if (*language == '\0' || !sf_spell_is_available (language))
    return NULL;
  return enchant_broker_request_dict (get_broker (), language);
}

void
sf_spell_load (GSettings *settings)
{
  static EnchantDict *kept; /* of the broker: one more that asked for it */
  EnchantDict *before = kept;

  kept = request_dict (settings);
  if (before != NULL)
    enchant_broker_free_dict (get_broker (), before);
}

static void
drop_dict (SfSpell *self)
{
  if (self->dict != NULL)
    enchant_broker_free_dict (get_broker (), self->dict);
  self->dict = NULL;
}

/* Acronyms, codes and addresses are not in a dictionary and need not be. */
static gboolean
is_checkable (const char *word)
{
  gboolean lower = FALSE, letter = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || c == '_' || c == '@' || c == '/')
        return FALSE;
      letter |= g_unichar_isalpha (c);
      lower |= g_unichar_islower (c);
    }
  return letter && lower;
}

static char *
dup_plain_word (const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "’", -1);

  return g_strjoinv ("'", parts);
}

static gboolean
is_right (SfSpell *self, const char *word)
{
  g_autofree char *plain = dup_plain_word (word);

  return !is_checkable (plain) || enchant_dict_check (self->dict, plain, -1) == 0;
}

static gboolean
is_being_typed (SfSpell *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter cursor;

  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  return gtk_text_iter_compare (&cursor, start) > 0 && gtk_text_iter_compare (&cursor, end) <= 0;
}

static void
check_word (SfSpell *self, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *word = gtk_text_iter_get_text (start, end);

  if (is_being_typed (self, start, end))
    self->skipped = TRUE;
  else if (!is_right (self, word))
    gtk_text_buffer_apply_tag (self->buffer, self->tag, start, end);
}

static gboolean
on_idle_cb (gpointer data)
{
  SfSpell *self = data;
  GtkTextIter at, limit;
  gint64 stop;

  /* a dictionary is slow to load: what is looked at is drawn before that */
  if (!self->asked)
    self->dict = request_dict (self->settings);
  self->asked = TRUE;
  stop = g_get_monotonic_time () + SLICE_USEC;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, self->from);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &limit, self->to);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &at, &limit);
  while (self->dict != NULL && gtk_text_iter_compare (&at, &limit) < 0)
    {
      GtkTextIter start;

      if (!gtk_text_iter_forward_word_end (&at) || gtk_text_iter_compare (&at, &limit) > 0)
        break;
      start = at;
      gtk_text_iter_backward_word_start (&start);
      check_word (self, &start, &at);
      if (g_get_monotonic_time () < stop)
        continue;
      gtk_text_buffer_move_mark (self->buffer, self->from, &at);
      return G_SOURCE_CONTINUE;
    }
  gtk_text_buffer_move_mark (self->buffer, self->from, &limit);
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* Whole lines are looked at, so that a word that was cut or joined is looked at whole. */
static void
queue_lines (SfSpell *self, const GtkTextIter *first, const GtkTextIter *last)
{
  GtkTextIter start = *first, end = *last, from, to;

  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &from, self->from);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &to, self->to);
  if (self->idle == 0 || gtk_text_iter_compare (&start, &from) < 0)
    gtk_text_buffer_move_mark (self->buffer, self->from, &start);
  if (self->idle == 0 || gtk_text_iter_compare (&end, &to) > 0)
    gtk_text_buffer_move_mark (self->buffer, self->to, &end);
  if (self->idle == 0 && (self->dict != NULL || !self->asked))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle_cb, self, NULL);
}

static void
queue_all (SfSpell *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  queue_lines (self, &start, &end);
}

static void
on_inserted_cb (GtkTextBuffer *buffer, GtkTextIter *at, char *text, int length, SfSpell *self)
{
  GtkTextIter start = *at;

  gtk_text_iter_backward_chars (&start, (int)g_utf8_strlen (text, length));
  queue_lines (self, &start, at);
}

static void
on_deleted_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, SfSpell *self)
{
  queue_lines (self, start, end);
}

static void
on_cursor_moved_cb (GtkTextBuffer *buffer, GParamSpec *pspec, SfSpell *self)
{
  if (!self->skipped || self->idle != 0)
    return;
  self->skipped = FALSE;
  queue_all (self);
}

static void
on_focus_left_cb (GtkEventControllerFocus *controller, SfSpell *self)
{
  on_cursor_moved_cb (self->buffer, NULL, self);
}

static void
on_setting_changed_cb (GSettings *settings, const char *key, SfSpell *self)
{
  drop_dict (self);
  self->asked = FALSE;
  queue_all (self);
}

/* --- the menu -------------------------------------------------------------------------------- */

/* The underlined word around @offset, or FALSE. */
static gboolean
find_wrong_word (SfSpell *self, int offset, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, start, offset);
  if (!gtk_text_iter_has_tag (start, self->tag))
    {
      if (!gtk_text_iter_ends_tag (start, self->tag))
        return FALSE;
      gtk_text_iter_backward_char (start);
    }
  *end = *start;
  if (!gtk_text_iter_starts_tag (start, self->tag))
    gtk_text_iter_backward_to_tag_toggle (start, self->tag);
  gtk_text_iter_forward_to_tag_toggle (end, self->tag);
  return TRUE;
}

static void
append_suggestions (SfSpell *self, GMenu *section, const char *word)
{
  g_autofree char *plain = dup_plain_word (word);
  size_t n = 0;
  char **suggestions = enchant_dict_suggest (self->dict, plain, -1, &n);

  for (size_t i = 0; i < MIN (n, MAX_SUGGESTIONS); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (suggestions[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.replace", "s", suggestions[i]);
      g_menu_append_item (section, item);
    }
  if (suggestions != NULL)
    enchant_dict_free_string_list (self->dict, suggestions);
}

static void
prepare_menu (SfSpell *self, int offset)
{
  g_autoptr (GMenu) menu = g_menu_new (), words = NULL, section = NULL;
  GtkTextIter start, end;

  self->clicked = offset;
  if (self->dict == NULL || !find_wrong_word (self, offset, &start, &end))
    {
      gtk_text_view_set_extra_menu (self->view, NULL);
      return;
    }
  g_autofree char *word = gtk_text_iter_get_text (&start, &end);

  words = g_menu_new ();
  append_suggestions (self, words, word);
  if (g_menu_model_get_n_items (G_MENU_MODEL (words)) > 0)
    g_menu_append_section (menu, _ ("Did you mean"), G_MENU_MODEL (words));
  section = g_menu_new ();
  if (!self->keep_dictionary)
    g_menu_append (section, _ ("Add to the dictionary"), "spelling.add");
  g_menu_append (section, _ ("Leave as it is"), "spelling.ignore");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  gtk_text_view_set_extra_menu (self->view, G_MENU_MODEL (menu));
}

static void
on_right_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, SfSpell *self)
{
  GtkTextIter at;
  int bx, by;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &bx,
                                         &by);
  gtk_text_view_get_iter_at_location (self->view, &at, bx, by);
  prepare_menu (self, gtk_text_iter_get_offset (&at));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   SfSpell *self)
{
  GtkTextIter cursor;

  if (keyval != GDK_KEY_Menu && !(keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  prepare_menu (self, gtk_text_iter_get_offset (&cursor));
  return GDK_EVENT_PROPAGATE;
}

static void
on_replace_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfSpell *self = data;
  const char *word = g_variant_get_string (parameter, NULL);
  GtkTextIter start, end;

  if (!gtk_text_view_get_editable (self->view)
      || !find_wrong_word (self, self->clicked, &start, &end))
    return;
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, word, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
accept_word (SfSpell *self, gboolean for_good)
{
  GtkTextIter start, end;
  g_autofree char *word = NULL, *plain = NULL;

  if (self->dict == NULL || !find_wrong_word (self, self->clicked, &start, &end))
    return;
  word = gtk_text_iter_get_text (&start, &end);
  plain = dup_plain_word (word);
  if (for_good)
    enchant_dict_add (self->dict, plain, -1);
  else
    enchant_dict_add_to_session (self->dict, plain, -1);
  queue_all (self);
}

static void
on_add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  accept_word (data, TRUE);
}

static void
on_ignore_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  accept_word (data, FALSE);
}

static const GActionEntry menu_actions[] = {
  { .name = "replace", .activate = on_replace_cb, .parameter_type = "s" },
  { .name = "add", .activate = on_add_cb },
  { .name = "ignore", .activate = on_ignore_cb },
};

/* --- attaching -------------------------------------------------------------------------------- */

static void
free_spell (gpointer data)
{
  SfSpell *self = data;

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  drop_dict (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->buffer);
  g_free (self);
}

static void
add_controllers (SfSpell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *widget = GTK_WIDGET (self->view);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_right_pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
}

void
sf_spell_attach (GtkTextView *view, GSettings *settings)
{
  SfSpell *self;
  GtkTextIter start;
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (g_object_get_data (G_OBJECT (view), SPELL_KEY) == NULL);

  self = g_new0 (SfSpell, 1);
  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->tag
      = gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->from = gtk_text_buffer_create_mark (self->buffer, NULL, &start, TRUE);
  self->to = gtk_text_buffer_create_mark (self->buffer, NULL, &start, FALSE);
  g_signal_connect_after (self->buffer, "insert-text", G_CALLBACK (on_inserted_cb), self);
  g_signal_connect_after (self->buffer, "delete-range", G_CALLBACK (on_deleted_cb), self);
  g_signal_connect (self->buffer, "notify::cursor-position", G_CALLBACK (on_cursor_moved_cb), self);
  if (self->settings != NULL)
    {
      g_signal_connect (self->settings, "changed::spell-check", G_CALLBACK (on_setting_changed_cb),
                        self);
      g_signal_connect (self->settings, "changed::spell-language",
                        G_CALLBACK (on_setting_changed_cb), self);
    }
  g_action_map_add_action_entries (G_ACTION_MAP (group), menu_actions, G_N_ELEMENTS (menu_actions),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (group));
  add_controllers (self);
  g_object_set_data_full (G_OBJECT (view), SPELL_KEY, self, free_spell);
  queue_all (self);
}

void
sf_spell_keep_dictionary (GtkTextView *view)
{
  SfSpell *self = g_object_get_data (G_OBJECT (view), SPELL_KEY);

  g_return_if_fail (self != NULL);

  self->keep_dictionary = TRUE;
}

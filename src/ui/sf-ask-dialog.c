/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-ask-dialog.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "crypt/sf-passphrase.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

#define WIDTH 600
#define TEXT_WIDTH 520
#define HIGHEST 690
#define FRAME 110 /* above and around what is asked */

typedef struct
{
  SfAskKind kind;
  GtkWidget *control;
  GtkWidget *again;    /* of a new passphrase */
  GtkWidget *strength; /* the same */
  char *date;          /* ISO 8601 */
} Question;

struct _SfAskDialog
{
  AdwWindow parent_instance;

  GPtrArray *questions; /* of Question */
  GPtrArray *known;
  SfAskFunc func;
  gpointer data;
  GDestroyNotify destroy;
  gboolean working;
  guint pointed_at; /* what the next error is about */

  GtkWidget *body;
  GtkWidget *last_text; /* of the explanation */
  GtkWidget *note;
  GtkWidget *foot; /* where the note is; only there with one */
  GtkWidget *cancel;
  GtkWidget *accept;
};

G_DEFINE_FINAL_TYPE (SfAskDialog, sf_ask_dialog, ADW_TYPE_WINDOW)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->date);
  g_free (question);
}

static Question *
get_question (SfAskDialog *self, guint nth)
{
  return self->questions->pdata[nth];
}

static const char *
get_typed (Question *question)
{
  return gtk_editable_get_text (GTK_EDITABLE (question->control));
}

const char *
sf_ask_dialog_get_text (SfAskDialog *self, guint nth)
{
  Question *question;

  g_return_val_if_fail (SF_IS_ASK_DIALOG (self) && nth < self->questions->len, NULL);

  question = get_question (self, nth);
  return question->kind == SF_ASK_DATE ? question->date : get_typed (question);
}

guint
sf_ask_dialog_get_chosen (SfAskDialog *self, guint nth)
{
  g_return_val_if_fail (SF_IS_ASK_DIALOG (self) && nth < self->questions->len, 0);

  return gtk_drop_down_get_selected (GTK_DROP_DOWN (get_question (self, nth)->control));
}

void
sf_ask_dialog_add_known (SfAskDialog *self, const char *name)
{
  g_return_if_fail (SF_IS_ASK_DIALOG (self));

  if (name != NULL)
    g_ptr_array_add (self->known, g_strdup (name));
}

/* As high as what is asked, where the screen has room. */
static void
fit (SfAskDialog *self)
{
  int width = sf_part_window_width (GTK_WIDGET (self), WIDTH), height;

  gtk_widget_measure (self->body, GTK_ORIENTATION_VERTICAL, width - WIDTH + TEXT_WIDTH - 48, NULL,
                      &height, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width, MIN (height + FRAME, HIGHEST));
}

void
sf_ask_dialog_insert (SfAskDialog *self, GtkWidget *part)
{
  g_return_if_fail (SF_IS_ASK_DIALOG (self));

  gtk_box_insert_child_after (GTK_BOX (self->body), part, self->last_text);
  self->last_text = part;
  fit (self);
}

/* --- passphrases -------------------------------------------------------------------------------
 */

static SfPassphraseRating
rate (SfAskDialog *self, const char *passphrase)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < self->known->len; i++)
    g_ptr_array_add (known, self->known->pdata[i]);
  for (guint i = 0; i < self->questions->len; i++)
    if (get_question (self, i)->kind == SF_ASK_LINE)
      g_ptr_array_add (known, (gpointer)get_typed (get_question (self, i)));
  g_ptr_array_add (known, NULL);
  return sf_passphrase_rate (passphrase, (const char *const *)known->pdata);
}

static const char *
tell_rating (SfPassphraseRating rating)
{
  switch (rating)
    {
    case SF_PASSPHRASE_SHORT:
      return _ ("Too short yet. Four everyday words are easy to keep in mind and hard to guess.");
    case SF_PASSPHRASE_PLAIN:
      return _ ("Too easily guessed: a name, a row of keys or something repeated.");
    case SF_PASSPHRASE_FAIR:
      return _ ("This will do. One more word would make it strong.");
    case SF_PASSPHRASE_GOOD:
      return _ ("Strong.");
    default:
      return _ ("Too long.");
    }
}

static gboolean
is_good (SfPassphraseRating rating)
{
  return rating == SF_PASSPHRASE_FAIR || rating == SF_PASSPHRASE_GOOD;
}

static void
update_strength (SfAskDialog *self, Question *question)
{
  const char *typed = get_typed (question);
  const char *again = gtk_editable_get_text (GTK_EDITABLE (question->again));
  SfPassphraseRating rating = rate (self, typed);

  if (*typed == '\0')
    sf_part_set_text (question->strength, _ ("At least 12 characters. Spaces are allowed."));
  else if (is_good (rating) && *again != '\0' && !g_str_equal (typed, again))
    sf_part_set_text (question->strength, _ ("The two are not the same."));
  else
    sf_part_set_text (question->strength, tell_rating (rating));
}

/* --- whether it can be done --------------------------------------------------------------------
 */

static gboolean
is_answered (SfAskDialog *self, Question *question)
{
  switch (question->kind)
    {
    case SF_ASK_CHOICE:
      return TRUE;
    case SF_ASK_CHECK:
      return gtk_check_button_get_active (GTK_CHECK_BUTTON (question->control));
    case SF_ASK_PASSPHRASE:
      return *get_typed (question) != '\0';
    case SF_ASK_NEW_PASSPHRASE:
      return is_good (rate (self, get_typed (question)))
             && g_str_equal (get_typed (question),
                             gtk_editable_get_text (GTK_EDITABLE (question->again)));
    case SF_ASK_DATE:
      g_free (question->date);
      question->date = sf_date_parse (get_typed (question), NULL);
      return question->date != NULL;
    default:
      return !sf_text_is_blank (get_typed (question));
    }
}

static void
on_answered_cb (SfAskDialog *self)
{
  gboolean all = !self->working;

  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = get_question (self, i);

      if (question->kind == SF_ASK_NEW_PASSPHRASE)
        update_strength (self, question);
      all = is_answered (self, question) && all;
    }
  gtk_widget_set_sensitive (self->accept, all);
}

static void
tell (SfAskDialog *self, const char *text)
{
  sf_part_set_text (self->note, text);
  gtk_widget_set_visible (self->foot, text != NULL);
}

static void
set_working (SfAskDialog *self, gboolean working)
{
  self->working = working;
  /* an entry that becomes insensitive is not told that it lost the focus */
  if (working)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->body, !working);
  gtk_widget_set_sensitive (self->cancel, !working);
  on_answered_cb (self);
}

static void
on_accept_cb (SfAskDialog *self)
{
  if (!gtk_widget_get_sensitive (self->accept))
    return;
  gtk_widget_remove_css_class (self->note, "error");
  tell (self, _ ("Please wait a moment…"));
  set_working (self, TRUE);
  self->func (self, self->data);
}

void
sf_ask_dialog_end (SfAskDialog *self, const GError *error)
{
  g_return_if_fail (SF_IS_ASK_DIALOG (self));

  set_working (self, FALSE);
  if (error == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_add_css_class (self->note, "error");
  tell (self, error->message);
  if (self->pointed_at > 0)
    gtk_widget_grab_focus (get_question (self, self->pointed_at)->control);
  else
    gtk_widget_child_focus (self->body, GTK_DIR_TAB_FORWARD);
  self->pointed_at = 0;
}

void
sf_ask_dialog_point_at (SfAskDialog *self, guint nth)
{
  g_return_if_fail (SF_IS_ASK_DIALOG (self) && nth < self->questions->len);

  self->pointed_at = nth;
}

/* --- building ----------------------------------------------------------------------------------
 */

static void
append_labelled (SfAskDialog *self, const char *label, const char *hint, GtkWidget *control)
{
  GtkWidget *text = gtk_label_new_with_mnemonic (label);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (text, "sf-form-label");
  sf_part_set_mnemonic (text, control);
  gtk_box_append (GTK_BOX (box), text);
  if (hint != NULL)
    gtk_box_append (GTK_BOX (box), sf_part_label (hint, "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (box), control);
  gtk_box_append (GTK_BOX (self->body), box);
}

static GtkWidget *
create_password (SfAskDialog *self)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_answered_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_accept_cb), self);
  return entry;
}

static GtkWidget *
create_entry (SfAskDialog *self, const SfAskItem *item)
{
  g_autofree char *date
      = item->kind == SF_ASK_DATE && item->text != NULL ? sf_date_format (item->text) : NULL;
  GtkWidget *entry = gtk_entry_new ();

  if (date != NULL || item->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), date != NULL ? date : item->text);
  if (item->kind == SF_ASK_DATE)
    g_object_set (entry, "placeholder-text", _ ("Day month year"), NULL);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_answered_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_accept_cb), self);
  return entry;
}

static GtkWidget *
create_choice (const SfAskItem *item)
{
  g_auto (GStrv) words = g_strsplit (item->text, "\n", -1);

  return sf_drop_down_new_from_strings ((const char *const *)words);
}

static void
append_new_passphrase (SfAskDialog *self, Question *question, const SfAskItem *item)
{
  g_auto (GStrv) parts = g_strsplit (item->label, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  /* Translators: a passphrase that is typed twice */
  g_autofree char *again = g_strdup_printf (_ ("%s, again"), plain);

  question->control = create_password (self);
  question->again = create_password (self);
  question->strength = sf_part_label (NULL, "sf-row-subtitle");
  append_labelled (self, item->label, item->hint, question->control);
  gtk_box_append (GTK_BOX (self->body), question->strength);
  append_labelled (self, again, NULL, question->again);
}

static void
append_check (SfAskDialog *self, Question *question, const SfAskItem *item)
{
  GtkWidget *child;

  question->control = gtk_check_button_new_with_mnemonic (item->label);
  child = gtk_widget_get_last_child (question->control);
  if (GTK_IS_LABEL (child))
    {
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      /* by its label it would be read with the underline */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (question->control),
                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      sf_part_set_name (question->control, gtk_label_get_text (GTK_LABEL (child)));
    }
  g_signal_connect_swapped (question->control, "toggled", G_CALLBACK (on_answered_cb), self);
  gtk_box_append (GTK_BOX (self->body), question->control);
}

static void
append_question (SfAskDialog *self, const SfAskItem *item)
{
  Question *question = g_new0 (Question, 1);

  question->kind = item->kind;
  g_ptr_array_add (self->questions, question);
  switch (item->kind)
    {
    case SF_ASK_NEW_PASSPHRASE:
      append_new_passphrase (self, question, item);
      return;
    case SF_ASK_CHECK:
      append_check (self, question, item);
      return;
    case SF_ASK_PASSPHRASE:
      question->control = create_password (self);
      break;
    case SF_ASK_CHOICE:
      question->control = create_choice (item);
      break;
    default:
      question->control = create_entry (self, item);
    }
  append_labelled (self, item->label, item->hint, question->control);
}

static GtkWidget *
create_header (SfAskDialog *self, const char *accept, gboolean destructive)
{
  GtkWidget *header = adw_header_bar_new ();

  self->cancel = sf_button_new (_ ("_Cancel"));
  self->accept = sf_button_new (accept);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (self->accept, destructive ? "destructive-action" : "suggested-action");
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (on_accept_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  return header;
}

static void
build (SfAskDialog *self,
       const char *text,
       const char *accept,
       gboolean destructive,
       const SfAskItem *items,
       guint n_items)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      self->last_text = sf_part_label (*paragraph, NULL);
      gtk_box_append (GTK_BOX (self->body), self->last_text);
    }
  for (guint i = 0; i < n_items; i++)
    append_question (self, &items[i]);
  self->note = sf_part_label (NULL, NULL);
  self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->foot, FALSE);
  gtk_widget_add_css_class (self->foot, "sf-window-foot");
  gtk_box_append (GTK_BOX (self->foot), self->note);
  gtk_box_append (GTK_BOX (box), create_header (self, accept, destructive));
  gtk_box_append (GTK_BOX (box),
                  sf_part_scrolled (self->body, sf_part_window_width (GTK_WIDGET (self), WIDTH)
                                                    - WIDTH + TEXT_WIDTH));
  gtk_box_append (GTK_BOX (box), self->foot);
  adw_window_set_content (ADW_WINDOW (self), box);
  on_answered_cb (self);
}

static gboolean
sf_ask_dialog_close_request (GtkWindow *window)
{
  return SF_ASK_DIALOG (window)->working
         || GTK_WINDOW_CLASS (sf_ask_dialog_parent_class)->close_request (window);
}

static void
sf_ask_dialog_finalize (GObject *object)
{
  SfAskDialog *self = SF_ASK_DIALOG (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->known);
  G_OBJECT_CLASS (sf_ask_dialog_parent_class)->finalize (object);
}

static void
sf_ask_dialog_class_init (SfAskDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_ask_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sf_ask_dialog_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
sf_ask_dialog_init (SfAskDialog *self)
{
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->known = g_ptr_array_new_with_free_func (g_free);
}

SfAskDialog *
sf_ask_dialog_present (GtkWidget *parent,
                       const char *title,
                       const char *text,
                       const char *accept,
                       gboolean destructive,
                       const SfAskItem *items,
                       guint n_items,
                       SfAskFunc func,
                       gpointer data,
                       GDestroyNotify destroy)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  SfAskDialog *self = g_object_new (SF_TYPE_ASK_DIALOG, "title", title, "modal", TRUE,
                                    "default-width", WIDTH, NULL);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  build (self, text, accept, destructive, items, n_items);
  fit (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (self->body, GTK_DIR_TAB_FORWARD);
  return self;
}

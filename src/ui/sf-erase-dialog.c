/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-erase-dialog.h"

#include "base/sf-text.h"
#include "model/sf-evidence-same.h"
#include "model/sf-sealed.h"
#include "ui/sf-button.h"
#include "ui/sf-columns.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-erase-report.h"
#include "ui/sf-evidence-row.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-erase.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SF_TYPE_ERASE_DIALOG (sf_erase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SfEraseDialog, sf_erase_dialog, SF, ERASE_DIALOG, AdwWindow)

#define WIDTH 680
#define LOWEST 560 /* pixels of the form … */
#define LINES 74   /* … which grows with the letters: in widths of one */
#define HIGHEST 700
#define REPORT_WIDTH 560
#define FRAME 140        /* above and around a report */
#define MOST_OF_TITLE 80 /* letters; the list has all of it */
#define SAME_SHOWN 10    /* more evidence with the same files is counted */

struct _SfEraseDialog
{
  AdwWindow parent_instance;

  SfContext *context;
  GPtrArray *evidence;
  gboolean working;

  GtkWidget *content; /* what is below the header: the form, then progress, then the report */
  GtkWidget *cancel;
  GtkWidget *erase;
  GtkWidget *reason;
  GtkWidget *words;
  GtkWidget *by;
  GtkWidget *sure;
  GtkWidget *note;
  GtkWidget *left;
  GtkWidget *progress;
};

G_DEFINE_FINAL_TYPE (SfEraseDialog, sf_erase_dialog, ADW_TYPE_WINDOW)

/* 0 is no reason yet, then come the program's own, and the last is for words of one's own. */
static guint
get_chosen (SfEraseDialog *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->reason));
}

/* (nullable): the program's own */
static const char *
get_ready_reason (SfEraseDialog *self)
{
  guint n = get_chosen (self);
  const char *reason = n > 0 ? sf_erasure_list_reasons ()[n - 1] : NULL;

  return reason != NULL ? _ (reason) : NULL;
}

static const char *
get_reason (SfEraseDialog *self)
{
  const char *reason = get_ready_reason (self);

  return reason != NULL ? reason : gtk_editable_get_text (GTK_EDITABLE (self->words));
}

/* A reason was chosen, and its consequences are understood. */
static gboolean
may_erase (SfEraseDialog *self)
{
  return !self->working && get_chosen (self) > 0
         && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->sure));
}

static void
on_answered_cb (SfEraseDialog *self)
{
  gtk_widget_set_visible (self->words, get_chosen (self) > 0 && get_ready_reason (self) == NULL);
  gtk_widget_set_sensitive (self->erase, may_erase (self));
}

static void
set_content (SfEraseDialog *self, GtkWidget *child)
{
  sf_part_clear (self->content);
  gtk_box_append (GTK_BOX (self->content), child);
}

/* --- erasing -----------------------------------------------------------------------------------
 */

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  SfEraseDialog *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 total > 0 ? MIN (1.0, (double)done / (double)total) : 0);
}

static void
show_report (SfEraseDialog *self, SfErasureReport *report)
{
  GtkWidget *told = sf_erase_report_new (self->context, report);
  int height;

  gtk_widget_measure (told, GTK_ORIENTATION_VERTICAL, REPORT_WIDTH, NULL, &height, NULL, NULL);
  set_content (self, sf_part_scrolled (told, REPORT_WIDTH));
  /* mostly it is two lines, for which the window of the form is too large */
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, MIN (height + FRAME, HIGHEST));
  gtk_widget_set_visible (self->erase, FALSE);
  sf_button_set_label (self->cancel, _ ("_Close"));
  gtk_widget_set_sensitive (self->cancel, TRUE);
  gtk_widget_grab_focus (self->cancel);
}

static void
on_erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfEraseDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfErasureReport) report
      = sf_workbook_erase_finish (SF_WORKBOOK (source), result, &error);

  self->working = FALSE;
  if (report == NULL)
    {
      sf_context_report (self->context, error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  sf_context_say (self->context, _ ("The evidence was erased."), FALSE);
  show_report (self, report);
}

static void
show_progress (SfEraseDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->progress = gtk_progress_bar_new ();
  sf_part_set_name (self->progress, _ ("How far erasing is"));
  gtk_box_append (GTK_BOX (box), sf_part_heading (_ ("Erasing…")));
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("From the file, its history and its backups. If the computer "
                                    "is switched off now, it goes on at the next opening."),
                                 NULL));
  gtk_box_append (GTK_BOX (box), self->progress);
  set_content (self, sf_part_scrolled (box, 560));
}

static void
on_erase_cb (SfEraseDialog *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = g_strdup (get_reason (self));
  g_autofree char *by = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->by)));

  if (!may_erase (self))
    return;
  if (!sf_workbook_check_erasure (workbook, self->evidence, reason, &error))
    {
      sf_part_set_text (self->note, error->message);
      gtk_widget_set_visible (self->note, TRUE);
      gtk_widget_grab_focus (gtk_widget_get_visible (self->words) ? self->words : self->reason);
      return;
    }
  self->working = TRUE;
  gtk_widget_set_sensitive (self->cancel, FALSE);
  gtk_widget_set_sensitive (self->erase, FALSE);
  show_progress (self);
  sf_workbook_erase (workbook, self->evidence, reason, by, on_progress, self, on_erased_cb,
                     g_object_ref (self));
}

/* --- the other way -----------------------------------------------------------------------------
 */

static void
on_retire_cb (SfEraseDialog *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);

  g_autofree char *said = sf_evidence_text_tell_retired (self->evidence, FALSE);
  GError *error = NULL;
  gboolean ok = sf_workbook_retire_many (workbook, self->evidence, &error);

  if (!sf_context_check (self->context, ok, error))
    return;
  sf_context_say (self->context, said, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- building ----------------------------------------------------------------------------------
 */

static void
append_labelled (GtkWidget *box, const char *label, GtkWidget *control)
{
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (text, "sf-form-label");
  sf_part_set_labelled_by (control, text);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), control);
}

static GtkWidget *
create_check (const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);
  GtkWidget *child = gtk_widget_get_last_child (check);

  if (GTK_IS_LABEL (child))
    {
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      /* by its label it would be read with the underline */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      sf_part_set_name (check, gtk_label_get_text (GTK_LABEL (child)));
    }
  return check;
}

static char *
tell_files (guint files)
{
  if (files == 0)
    return g_strdup (_ ("No files"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file",
                                       "%u files, counting older versions", files),
                          files);
}

static char *
tell_links (guint links)
{
  if (links == 0)
    return g_strdup (_ ("linked to no statement"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "linked to %u statement",
                                       "linked to %u statements", links),
                          links);
}

static char *
tell_plan (SfEraseDialog *self)
{
  SfErasurePlan plan;
  g_autofree char *what = NULL, *files = NULL, *links = NULL;

  sf_workbook_plan_erasure (sf_context_get_workbook (self->context), self->evidence, &plan);
  if (plan.evidence == 1)
    {
      g_autofree char *title
          = sf_text_first_line (sf_evidence_get_title (self->evidence->pdata[0]), MOST_OF_TITLE);

      what = g_strdup_printf (_ ("“%s”"), title);
    }
  else
    what = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence",
                                         "%u pieces of evidence", plan.evidence),
                            plan.evidence);
  files = tell_files (plan.files);
  links = tell_links (plan.links);
  /* Translators: what is erased, how many files, how many statements */
  return g_strdup_printf (_ ("%s. %s; %s."), what, files, links);
}

/* Whoever erases because somebody asked for it has to know what does not go with it. */
static void
append_same (SfEraseDialog *self, GtkWidget *box)
{
  g_autoptr (GPtrArray) same
      = sf_evidence_list_same_contents (sf_context_get_model (self->context), self->evidence);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (same->len, SAME_SHOWN); i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (
          text, _ ("“%s” has the same file; it stays there unless you erase that too."),
          sf_evidence_get_title (same->pdata[i]));
    }
  if (same->len > SAME_SHOWN)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "\n%u more piece of evidence has the same file.",
                                         "\n%u more pieces of evidence have the same files.",
                                         same->len - SAME_SHOWN),
                            same->len - SAME_SHOWN);
  if (same->len > 0)
    gtk_box_append (GTK_BOX (box), sf_part_label (text->str, "warning"));
}

/* What was added and taken back is in no list. */
static gboolean
is_listed (SfEraseDialog *self)
{
  return sf_model_find (sf_context_get_model (self->context),
                        sf_record_get_uuid (self->evidence->pdata[0]))
         != NULL;
}

static void
append_other_way (SfEraseDialog *self, GtkWidget *box)
{
  GtkWidget *retire = sf_button_new (_ ("Take o_ff the list instead"));

  gtk_box_append (GTK_BOX (box), sf_part_heading (_ ("Taking off the list")));
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("It is hidden and stays in the file, with its history. It can "
                                    "be brought back."),
                                 NULL));
  gtk_widget_set_halign (retire, GTK_ALIGN_START);
  g_signal_connect_swapped (retire, "clicked", G_CALLBACK (on_retire_cb), self);
  gtk_box_append (GTK_BOX (box), retire);
}

static void
append_explanation (SfEraseDialog *self, GtkWidget *box)
{
  g_autofree char *plan = tell_plan (self), *sealed = NULL;

  gtk_box_append (GTK_BOX (box), sf_part_label (plan, NULL));
  if (is_listed (self))
    append_other_way (self, box);
  gtk_box_append (GTK_BOX (box), sf_part_heading (_ ("Erasing")));
  gtk_box_append (
      GTK_BOX (box),
      sf_part_label (_ ("It is gone for good: its texts, files and links, also from history, the "
                        "search and the backups that Sixfold keeps. Nothing brings it back, and "
                        "what was done before can no longer be undone. The only record kept is "
                        "that something was erased, when, by whom and why."),
                     NULL));
  sealed = sf_seal_tell_erasing (sf_context_get_model (self->context), self->evidence);
  if (sealed != NULL)
    gtk_box_append (GTK_BOX (box), sf_part_label (sealed, NULL));
  append_same (self, box);
}

static const char *
get_writer (SfEraseDialog *self)
{
  SfContributor *writer = sf_workbook_get_writer (sf_context_get_workbook (self->context));
  SfCentre *centre = sf_context_get_centre (self->context);
  const char *name = writer != NULL   ? sf_contributor_get_name (writer)
                     : centre != NULL ? sf_centre_get_head_name (centre)
                                      : NULL;

  return name != NULL ? name : "";
}

static void
append_questions (SfEraseDialog *self, GtkWidget *box)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Choose a reason"));
  for (const char *const *reasons = sf_erasure_list_reasons (); *reasons != NULL; reasons++)
    gtk_string_list_append (list, _ (*reasons));
  gtk_string_list_append (list, _ ("Another reason"));
  self->reason = sf_drop_down_new (list);
  self->words = gtk_entry_new ();
  sf_part_set_name (self->words, _ ("The reason in your own words"));
  gtk_widget_set_visible (self->words, FALSE);
  self->by = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->by), get_writer (self));
  append_labelled (box, _ ("_Why"), self->reason);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("The reason stays on record: please name nobody in it."),
                                 "sf-row-subtitle"));
  append_labelled (box, _ ("Erased _by"), self->by);
  g_signal_connect_swapped (self->reason, "notify::selected", G_CALLBACK (on_answered_cb), self);
}

/* Below what is scrolled: what has to be ticked is seen from the start, in large text too. */
static GtkWidget *
create_consent (SfEraseDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->sure = create_check (_ ("I _understand that it cannot be brought back"));
  self->note = sf_part_label (NULL, "error");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->sure);
  gtk_widget_add_css_class (box, "sf-window-foot");
  g_signal_connect_swapped (self->sure, "toggled", G_CALLBACK (on_answered_cb), self);
  return box;
}

/* Copies that left are told before, too: whoever is asked to erase may want to begin with them. */
static void
on_departures_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfEraseDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) departures
      = sf_workbook_list_departures_finish (SF_WORKBOOK (source), result, &error);

  if (departures == NULL)
    sf_context_report (self->context, error);
  else if (departures->len > 0 && !self->working && self->left != NULL)
    {
      gtk_box_append (GTK_BOX (self->left), sf_erase_report_new_departures (departures));
      gtk_widget_set_visible (self->left, TRUE);
    }
}

static GtkWidget *
create_form (SfEraseDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  append_explanation (self, box);
  append_questions (self, box);
  self->left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->left, FALSE);
  gtk_box_append (GTK_BOX (box), self->left);
  return box;
}

static void
build (SfEraseDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->cancel = sf_button_new (_ ("_Cancel"));
  self->erase = sf_button_new (_ ("_Erase for good"));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  /* no default button: Enter in a field erases nothing */
  gtk_widget_add_css_class (self->erase, "destructive-action");
  gtk_widget_set_sensitive (self->erase, FALSE);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->erase, "clicked", G_CALLBACK (on_erase_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->erase);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (self->content, TRUE);
  set_content (self, sf_part_scrolled (create_form (self), 560));
  gtk_box_append (GTK_BOX (self->content), create_consent (self));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->content);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_focus (GTK_WINDOW (self), self->cancel);
}

/* Once it began it is shown to the end. */
static gboolean
sf_erase_dialog_close_request (GtkWindow *window)
{
  return SF_ERASE_DIALOG (window)->working
         || GTK_WINDOW_CLASS (sf_erase_dialog_parent_class)->close_request (window);
}

static void
sf_erase_dialog_dispose (GObject *object)
{
  SfEraseDialog *self = SF_ERASE_DIALOG (object);

  self->left = NULL;
  g_clear_object (&self->context);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  G_OBJECT_CLASS (sf_erase_dialog_parent_class)->dispose (object);
}

static void
sf_erase_dialog_class_init (SfEraseDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_erase_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sf_erase_dialog_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
sf_erase_dialog_init (SfEraseDialog *self)
{
}

void
sf_erase_dialog_present (GtkWidget *parent, SfContext *context, GPtrArray *evidence)
{
  SfEraseDialog *self;
  GtkRoot *root;

  g_return_if_fail (SF_IS_CONTEXT (context));
  g_return_if_fail (evidence != NULL && evidence->len > 0);

  root = gtk_widget_get_root (parent);
  self = g_object_new (SF_TYPE_ERASE_DIALOG, "title", _ ("Erase evidence"), "modal", TRUE,
                       "default-width", WIDTH, "default-height",
                       CLAMP (sf_chars_to_pixels (parent, LINES), LOWEST, HIGHEST), NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->context = g_object_ref (context);
  self->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < evidence->len; i++)
    g_ptr_array_add (self->evidence, g_object_ref (evidence->pdata[i]));
  build (self);
  gtk_window_present (GTK_WINDOW (self));
  sf_workbook_list_departures (sf_context_get_workbook (context), self->evidence, on_departures_cb,
                               g_object_ref (self));
}

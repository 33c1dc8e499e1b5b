/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-fingerprint-window.h"

#include "ui/sf-file-chooser.h"
#include "ui/sf-parts.h"
#include "workbook/sf-seal-verify.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SF_TYPE_FINGERPRINT_WINDOW (sf_fingerprint_window_get_type ())
G_DECLARE_FINAL_TYPE (SfFingerprintWindow, sf_fingerprint_window, SF, FINGERPRINT_WINDOW, AdwWindow)

/* One answer: a mark and a sentence. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *mark;
  GtkWidget *text;
} Answer;

struct _SfFingerprintWindow
{
  AdwWindow parent_instance;

  SfContext *context;
  GtkWidget *entry;
  Answer paper;
  Answer pdf;
  Answer file;
  gboolean verifying;
};

G_DEFINE_FINAL_TYPE (SfFingerprintWindow, sf_fingerprint_window, ADW_TYPE_WINDOW)

static SfModel *
get_model (SfFingerprintWindow *self)
{
  return sf_context_get_model (self->context);
}

/* --- answers ---------------------------------------------------------------------------------- */

/* The word is in the sentence; the mark only repeats it. */
static void
show_answer (Answer *answer, const char *what, gboolean good, const char *sentence)
{
  g_autofree char *text = g_strdup_printf ("%s %s", what, sentence);

  gtk_image_set_from_icon_name (GTK_IMAGE (answer->mark),
                                good ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (answer->mark, good ? "warning" : "success");
  gtk_widget_add_css_class (answer->mark, good ? "success" : "warning");
  sf_part_set_text (answer->text, text);
  gtk_widget_set_visible (answer->box, TRUE);
}

static void
create_answer (Answer *answer, GtkWidget *into)
{
  answer->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  answer->mark = gtk_image_new ();
  answer->text = sf_part_row_label (NULL, NULL);
  gtk_widget_set_valign (answer->mark, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (answer->mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE,
                               -1);
  gtk_label_set_selectable (GTK_LABEL (answer->text), TRUE);
  gtk_box_append (GTK_BOX (answer->box), answer->mark);
  gtk_box_append (GTK_BOX (answer->box), answer->text);
  gtk_widget_set_visible (answer->box, FALSE);
  gtk_box_append (GTK_BOX (into), answer->box);
}

/* The first thing that is not as it was signed, and how many there are. */
static char *
tell_faults (const SfSealsReport *report)
{
  const SfSealFault *first = NULL;
  guint n = 0;

  for (guint i = 0; i < report->verdicts->len; i++)
    {
      GPtrArray *faults = ((const SfSealVerdict *)report->verdicts->pdata[i])->faults;

      if (first == NULL && faults->len > 0)
        first = faults->pdata[0];
      n += faults->len;
    }
  if (first == NULL && report->faults->len > 0)
    first = report->faults->pdata[0];
  n += report->faults->len;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is not as it was signed. %s",
                                       "%u things are not as they were signed. The first: %s", n),
                          n, first != NULL ? first->sentence : "");
}

static void
on_verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfFingerprintWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSealsReport) report
      = sf_workbook_verify_seals_finish (SF_WORKBOOK (source), result, &error);
  g_autofree char *faults = NULL;

  self->verifying = FALSE;
  if (report == NULL)
    {
      show_answer (&self->file, _ ("File:"), FALSE, error->message);
      return;
    }
  if (report->verdicts->len == 0 && sf_seals_report_is_sound (report))
    {
      show_answer (&self->file, _ ("File:"), FALSE,
                   _ ("No report was ever sealed in this file, so there is nothing to hold it "
                      "against."));
      return;
    }
  if (sf_seals_report_is_sound (report))
    {
      show_answer (&self->file, _ ("File:"), TRUE,
                   _ ("Data, pages, signatures and history are as they were signed."));
      return;
    }
  faults = tell_faults (report);
  show_answer (&self->file, _ ("File:"), FALSE, faults);
}

static void
verify (SfFingerprintWindow *self)
{
  if (self->verifying)
    return;
  self->verifying = TRUE;
  sf_workbook_verify_seals (sf_context_get_workbook (self->context), on_verified_cb,
                            g_object_ref (self));
}

/* --- what is asked for ------------------------------------------------------------------------ */

static void
on_check_cb (SfFingerprintWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFingerprintAnswer) answer
      = sf_model_check_fingerprint (get_model (self), typed, &error);

  show_answer (&self->paper, _ ("Paper:"), answer != NULL && answer->is_good,
               answer != NULL ? answer->sentence : error->message);
  verify (self);
}

static void
on_pdf_chosen (GFile *const *files, gpointer data)
{
  g_autoptr (SfFingerprintWindow) self = data;
  g_autofree char *path = files != NULL ? g_file_get_path (files[0]) : NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFingerprintAnswer) answer = NULL;

  if (path == NULL)
    return;
  digest = sf_digest_of_path (path, &error);
  if (digest != NULL)
    answer = sf_model_check_pdf (get_model (self), digest);
  show_answer (&self->pdf, _ ("PDF:"), answer != NULL && answer->is_good,
               answer != NULL ? answer->sentence : error->message);
  verify (self);
}

static void
on_choose_cb (SfFingerprintWindow *self)
{
  sf_choose_files (GTK_WIDGET (self), _ ("Choose the PDF"), SF_FILES_PDF, FALSE, on_pdf_chosen,
                   g_object_ref (self));
}

/* --- the window ------------------------------------------------------------------------------- */

static void
sf_fingerprint_window_dispose (GObject *object)
{
  g_clear_object (&SF_FINGERPRINT_WINDOW (object)->context);
  G_OBJECT_CLASS (sf_fingerprint_window_parent_class)->dispose (object);
}

static void
sf_fingerprint_window_class_init (SfFingerprintWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_fingerprint_window_dispose;
}

static void
add_question (SfFingerprintWindow *self, GtkWidget *header, GtkWidget *box)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Fingerprint"));
  GtkWidget *check = gtk_button_new_with_mnemonic (_ ("_Check"));
  GtkWidget *choose = gtk_button_new_with_mnemonic (_ ("Choose a _PDF…"));

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "K7QM-4R2T-0C9F-XW3E-18HB-6NPD");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  sf_part_set_labelled_by (self->entry, label);
  gtk_widget_add_css_class (check, "suggested-action");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), check);
  gtk_widget_set_halign (choose, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), choose);
  g_signal_connect_swapped (check, "clicked", G_CALLBACK (on_check_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_check_cb), self);
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (on_choose_cb), self);
}

static void
sf_fingerprint_window_init (SfFingerprintWindow *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *header = adw_header_bar_new ();

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("Every page of a sealed report has its fingerprint at the "
                                    "foot. Type it, paste it, or choose the PDF that you were "
                                    "given: Sixfold says whether paper, PDF and this centre file "
                                    "agree."),
                                 NULL));
  add_question (self, header, box);
  create_answer (&self->paper, box);
  create_answer (&self->pdf, box);
  create_answer (&self->file, box);
  gtk_box_append (GTK_BOX (outer), header);
  gtk_box_append (GTK_BOX (outer), box);
  adw_window_set_content (ADW_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Check a fingerprint"));
  gtk_window_set_default_size (GTK_WINDOW (self), sf_part_window_width (GTK_WIDGET (self), 560),
                               -1);
  sf_part_close_by_escape (GTK_WIDGET (self));
}

void
sf_fingerprint_window_present (GtkWidget *parent, SfContext *context)
{
  SfFingerprintWindow *self = g_object_new (SF_TYPE_FINGERPRINT_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  self->context = g_object_ref (context);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  sf_part_name_buttons (GTK_WIDGET (self), NULL);
  gtk_window_set_focus (GTK_WINDOW (self), self->entry);
  gtk_window_present (GTK_WINDOW (self));
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-accepted.h"

#include "base/sf-date.h"
#include "model/sf-meeting-year.h"
#include "model/sf-sealed.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-fingerprint-window.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-report-export.h"
#include "ui/sf-report-print.h"
#include "ui/sf-seal-dialog.h"
#include "workbook/sf-workbook-meetings.h"
#include "workbook/sf-workbook-seal.h"

#include <glib/gi18n-lib.h>

struct _SfReportAccepted
{
  AdwBin parent_instance;

  SfContext *context;
  SfReportWork *work;
  SfAcceptedMay may;
  gpointer may_data;
  gboolean filling;

  GtkWidget *said;
  GtkWidget *fingerprint;
  GtkWidget *meeting_box;
  GtkWidget *meeting;
  GPtrArray *meetings; /* of SfMeeting, as in the drop-down after its first word */
  GtkWidget *drawn;
  GtkWidget *seal;
  GtkWidget *sealed_buttons;
};

G_DEFINE_FINAL_TYPE (SfReportAccepted, sf_report_accepted, ADW_TYPE_BIN)

static SfSeal *
get_seal (SfReportAccepted *self)
{
  return self->work != NULL ? sf_model_get_seal (sf_context_get_model (self->context),
                                                 sf_report_work_get_evaluation (self->work))
                            : NULL;
}

static SfSeal *
get_shut_seal (SfReportAccepted *self)
{
  return self->work != NULL ? sf_model_get_shut_seal (sf_context_get_model (self->context),
                                                      sf_report_work_get_evaluation (self->work))
                            : NULL;
}

/* --- presented ---------------------------------------------------------------------------------
 */

/* The meeting at which this report was presented; NULL if none. */
static SfMeeting *
find_presented (SfReportAccepted *self)
{
  SfEvaluation *evaluation = sf_report_work_get_evaluation (self->work);
  const SfUuid *uuid = sf_record_get_uuid (SF_RECORD (evaluation));

  for (guint i = 0; i < self->meetings->len; i++)
    {
      const SfUuid *presented = sf_meeting_get_presented (self->meetings->pdata[i]);

      if (presented != NULL && sf_uuid_equal (presented, uuid))
        return self->meetings->pdata[i];
    }
  return NULL;
}

static char *
tell_meeting (SfMeeting *meeting)
{
  g_autofree char *day = sf_date_format (sf_meeting_get_meets_on (meeting));

  /* Translators: a meeting, its day */
  return g_strdup_printf (_ ("%1$s, %2$s"), sf_meeting_get_title (meeting), day);
}

static gboolean
set_presented (SfReportAccepted *self, SfMeeting *meeting, SfEvaluation *evaluation)
{
  GError *error = NULL;
  gboolean done = sf_workbook_set_presented (sf_context_get_workbook (self->context), meeting,
                                             evaluation, &error);

  return sf_context_check (self->context, done, error);
}

static void
on_meeting_cb (SfReportAccepted *self)
{
  guint nth = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->meeting));
  SfMeeting *before, *now;

  if (self->filling || self->work == NULL)
    return;
  before = find_presented (self);
  now = nth > 0 && nth <= self->meetings->len ? self->meetings->pdata[nth - 1] : NULL;
  if (before == now)
    return;
  if (before != NULL && !set_presented (self, before, NULL))
    return;
  if (now != NULL)
    set_presented (self, now, sf_report_work_get_evaluation (self->work));
}

static void
show_meetings (SfReportAccepted *self)
{
  SfModel *model = sf_context_get_model (self->context);
  g_autoptr (GPtrArray) meetings
      = sf_meeting_year_list (model, sf_report_work_get_evaluation (self->work));
  GtkStringList *words = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->meeting)));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  SfMeeting *presented;
  guint nth = 0;

  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  self->meetings = g_steal_pointer (&meetings);
  presented = find_presented (self);
  g_ptr_array_add (lines, g_strdup (_ ("Not presented yet")));
  for (guint i = 0; i < self->meetings->len; i++)
    {
      g_ptr_array_add (lines, tell_meeting (self->meetings->pdata[i]));
      if (self->meetings->pdata[i] == presented)
        nth = i + 1;
    }
  g_ptr_array_add (lines, NULL);
  gtk_string_list_splice (words, 0, g_list_model_get_n_items (G_LIST_MODEL (words)),
                          (const char *const *)lines->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->meeting), nth);
  gtk_widget_set_visible (self->meeting_box, self->meetings->len > 0);
}

/* --- sign-off ----------------------------------------------------------------------------------
 */

static SfDisplayList *
compose_sealed (const char *fingerprint,
                const char *accepted_on,
                const char *accepted_by,
                gpointer data,
                GError **error)
{
  return sf_report_work_compose_sealed (data, fingerprint, accepted_on, accepted_by, error);
}

static void
on_seal_cb (SfReportAccepted *self)
{
  if (self->work == NULL || !self->may (self->may_data))
    return;
  sf_seal_dialog_present (GTK_WIDGET (self), self->context,
                          sf_report_work_get_evaluation (self->work),
                          sf_audience_get_id (sf_report_work_get_audience (self->work)),
                          compose_sealed, g_object_ref (self->work), g_object_unref);
}

/* --- what was sealed ---------------------------------------------------------------------------
 */

/* (transfer full) (nullable): the pages of the newest seal; what went wrong is told */
static GBytes *
read_pages (SfReportAccepted *self, SfSeal *seal)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf
      = sf_workbook_read_seal_pdf_sync (sf_context_get_workbook (self->context), seal, &error);

  if (pdf == NULL)
    sf_context_report (self->context, error);
  return pdf;
}

/* What is done with the pages until it is over. */
typedef struct
{
  SfContext *context;
  SfSeal *seal;
  GBytes *pdf;
} Sealed;

static void
sealed_free (gpointer data)
{
  Sealed *sealed = data;

  g_object_unref (sealed->context);
  g_object_unref (sealed->seal);
  g_bytes_unref (sealed->pdf);
  g_free (sealed);
}

static Sealed *
sealed_new (SfReportAccepted *self, SfSeal *seal)
{
  GBytes *pdf = read_pages (self, seal);
  Sealed *sealed;

  if (pdf == NULL)
    return NULL;
  sealed = g_new0 (Sealed, 1);
  sealed->context = g_object_ref (self->context);
  sealed->seal = g_object_ref (seal);
  sealed->pdf = pdf;
  return sealed;
}

static void
on_printed_cb (const GError *error, gpointer data)
{
  Sealed *sealed = data;

  if (error != NULL)
    sf_context_report (sealed->context, error);
  else
    sf_workbook_note_seal_left (sf_context_get_workbook (sealed->context), sealed->seal,
                                _ ("printed"));
}

gboolean
sf_report_accepted_print (SfReportAccepted *self)
{
  SfSeal *seal = get_shut_seal (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Sealed *sealed;

  if (seal == NULL)
    return FALSE;
  sealed = sealed_new (self, seal);
  if (sealed != NULL)
    sf_report_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                     &(SfPrintJob){ .title = _ ("sealed report"),
                                    .sealed = sealed->pdf,
                                    .done = on_printed_cb,
                                    .data = sealed,
                                    .destroy = sealed_free });
  return TRUE;
}

static void
on_place_cb (GFile *const *files, gpointer data)
{
  Sealed *sealed = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;

  if (files != NULL)
    {
      place = g_file_get_parse_name (files[0]);
      if (g_file_replace_contents (files[0], g_bytes_get_data (sealed->pdf, NULL),
                                   g_bytes_get_size (sealed->pdf), NULL, FALSE,
                                   G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                   NULL, &error))
        {
          sf_workbook_note_seal_left (sf_context_get_workbook (sealed->context), sealed->seal,
                                      place);
          sf_context_say (sealed->context, _ ("The sealed pages were saved, to the letter."),
                          FALSE);
        }
      else
        sf_context_report_as (sealed->context, _ ("The sealed pages were not saved"), error);
    }
  sealed_free (sealed);
}

static void
save (SfReportAccepted *self, SfSeal *seal)
{
  Sealed *sealed = sealed_new (self, seal);
  g_autofree char *name = NULL;

  if (sealed == NULL)
    return;
  name = sf_report_propose_name (self->context, _ ("sealed report"), SF_REPORT_PDF);
  sf_choose_destination (GTK_WIDGET (self), _ ("Save the sealed pages"), SF_FILES_PDF, NULL, name,
                         on_place_cb, sealed);
}

gboolean
sf_report_accepted_save (SfReportAccepted *self)
{
  SfSeal *seal = get_shut_seal (self);

  if (seal == NULL)
    return FALSE;
  save (self, seal);
  return TRUE;
}

GBytes *
sf_report_accepted_dup_pages (SfReportAccepted *self)
{
  SfSeal *seal = get_shut_seal (self);

  return seal != NULL ? read_pages (self, seal) : NULL;
}

static void
on_save_cb (SfReportAccepted *self)
{
  SfSeal *seal = get_seal (self);

  if (seal != NULL)
    save (self, seal);
}

static void
on_print_cb (SfReportAccepted *self)
{
  sf_report_accepted_print (self);
}

static void
on_check_cb (SfReportAccepted *self)
{
  sf_fingerprint_window_present (GTK_WIDGET (self), self->context);
}

/* --- showing -----------------------------------------------------------------------------------
 */

static void
show_seal (SfReportAccepted *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfSeal *newest = get_seal (self), *shut = get_shut_seal (self);
  g_autofree char *told = newest != NULL ? sf_seal_tell (model, newest) : NULL;
  g_autofree char *printed = NULL;

  sf_part_set_text (self->said,
                    told != NULL
                        ? told
                        : _ ("Once a meeting has accepted the report, sign it off: its pages are "
                             "kept to the letter, and can be checked by the fingerprint on them."));
  if (newest != NULL)
    printed = g_strdup_printf (_ ("Fingerprint: %s"), sf_seal_get_fingerprint (newest));
  sf_part_set_text (self->fingerprint, printed);
  gtk_widget_set_visible (self->fingerprint, newest != NULL);
  gtk_widget_set_visible (self->drawn, shut != NULL);
  gtk_widget_set_visible (self->seal, shut == NULL);
  gtk_widget_set_visible (self->sealed_buttons,
                          newest != NULL && sf_seal_get_pdf_gone_at (newest) == SF_NULL_INT);
}

void
sf_report_accepted_show (SfReportAccepted *self, SfReportWork *work)
{
  gboolean governors = sf_report_work_get_audience (work) == SF_AUDIENCE_GOVERNORS;

  g_set_object (&self->work, work);
  gtk_widget_set_visible (GTK_WIDGET (self), governors);
  if (!governors)
    return;
  self->filling = TRUE;
  show_meetings (self);
  show_seal (self);
  self->filling = FALSE;
}

/* --- building ----------------------------------------------------------------------------------
 */

static GtkWidget *
add_button (GtkWidget *box, const char *label, GCallback callback, SfReportAccepted *self)
{
  GtkWidget *button = sf_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
create_meeting (SfReportAccepted *self, GtkWidget *inside)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("P_resented at"));

  self->meeting = sf_drop_down_new (gtk_string_list_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  sf_part_set_labelled_by (self->meeting, label);
  g_signal_connect_swapped (self->meeting, "notify::selected", G_CALLBACK (on_meeting_cb), self);
  self->meeting_box = sf_pile_new (4);
  gtk_box_append (GTK_BOX (self->meeting_box), label);
  gtk_box_append (GTK_BOX (self->meeting_box), self->meeting);
  gtk_box_append (GTK_BOX (inside), self->meeting_box);
}

static void
create (SfReportAccepted *self)
{
  GtkWidget *card = sf_part_card (_ ("At the meeting"), NULL), *inside = sf_pile_new (8);

  gtk_widget_add_css_class (inside, "sf-card-text");
  create_meeting (self, inside);
  self->said = sf_part_label (NULL, NULL);
  self->fingerprint = sf_part_label (NULL, "sf-fingerprint");
  gtk_label_set_selectable (GTK_LABEL (self->fingerprint), TRUE);
  gtk_box_append (GTK_BOX (inside), self->said);
  gtk_box_append (GTK_BOX (inside), self->fingerprint);
  self->drawn = sf_part_label (_ ("The pages beside this are drawn from the file as it is today. "
                                  "Print, Send and a PDF give the pages that were sealed."),
                               NULL);
  gtk_box_append (GTK_BOX (inside), self->drawn);
  self->seal = add_button (inside, _ ("S_ign off…"), G_CALLBACK (on_seal_cb), self);
  self->sealed_buttons = sf_pile_new (6);
  add_button (self->sealed_buttons, _ ("Print as _sealed…"), G_CALLBACK (on_print_cb), self);
  add_button (self->sealed_buttons, _ ("Sa_ve as sealed…"), G_CALLBACK (on_save_cb), self);
  gtk_box_append (GTK_BOX (inside), self->sealed_buttons);
  add_button (inside, _ ("C_heck a fingerprint…"), G_CALLBACK (on_check_cb), self);
  gtk_box_append (GTK_BOX (card), inside);
  adw_bin_set_child (ADW_BIN (self), card);
}

static void
sf_report_accepted_dispose (GObject *object)
{
  SfReportAccepted *self = SF_REPORT_ACCEPTED (object);

  g_clear_object (&self->work);
  g_clear_object (&self->context);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  G_OBJECT_CLASS (sf_report_accepted_parent_class)->dispose (object);
}

static void
sf_report_accepted_class_init (SfReportAcceptedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_report_accepted_dispose;
}

static void
sf_report_accepted_init (SfReportAccepted *self)
{
}

GtkWidget *
sf_report_accepted_new (SfContext *context, SfAcceptedMay may, gpointer data)
{
  SfReportAccepted *self = g_object_new (SF_TYPE_REPORT_ACCEPTED, NULL);

  self->context = g_object_ref (context);
  self->may = may;
  self->may_data = data;
  create (self);
  return GTK_WIDGET (self);
}

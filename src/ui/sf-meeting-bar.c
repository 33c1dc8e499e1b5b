/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-meeting-bar.h"

#include "model/sf-meeting-year.h"
#include "ui/sf-button.h"
#include "ui/sf-parts.h"
#include "ui/sf-view-switch.h"
#include "workbook/sf-workbook-meetings.h"

#include <glib/gi18n-lib.h>

struct _SfMeetingBar
{
  GtkBox parent_instance;

  SfContext *context;
  GtkWidget *views;
  GtkWidget *propose;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (SfMeetingBar, sf_meeting_bar, GTK_TYPE_BOX)

static void
say_planned (SfContext *context, GPtrArray *proposals)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < proposals->len; i++)
    n += ((SfMeetingProposal *)proposals->pdata[i])->meeting == NULL;
  if (n == 0)
    text = g_strdup (_ ("The key areas were put on meetings that are planned."));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u meeting was planned; its day can be changed.",
                                         "%u meetings were planned; their days can be changed.", n),
                            n);
  sf_context_say (context, text, TRUE);
}

void
sf_meetings_propose (SfContext *context)
{
  SfEvaluation *evaluation = sf_context_get_evaluation (context);
  g_autoptr (GPtrArray) proposals = NULL;
  GError *error = NULL;
  gboolean ok;

  if (evaluation == NULL)
    return;
  proposals = sf_meeting_year_propose (sf_context_get_model (context), evaluation,
                                       sf_context_get_today (context));
  ok = sf_workbook_plan_meetings (sf_context_get_workbook (context),
                                  sf_context_get_centre (context), proposals, &error);
  if (sf_context_check (context, ok, error))
    say_planned (context, proposals);
}

GtkWidget *
sf_meeting_bar_get_views (SfMeetingBar *self)
{
  g_return_val_if_fail (SF_IS_MEETING_BAR (self), NULL);

  return self->views;
}

void
sf_meeting_bar_refresh (SfMeetingBar *self)
{
  SfModel *model;
  SfEvaluation *evaluation;
  g_autoptr (GPtrArray) missing = NULL, all = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SF_IS_MEETING_BAR (self));

  model = sf_context_get_model (self->context);
  evaluation = sf_context_get_evaluation (self->context);
  if (evaluation == NULL)
    return;
  missing = sf_meeting_year_list_missing (model, evaluation);
  text = sf_meeting_year_to_text (model, evaluation);
  sf_part_set_text (self->text, text);
  /* the empty page has a button of its own */
  all = sf_model_list_meetings (model, sf_context_get_centre (self->context));
  gtk_widget_set_visible (self->propose, missing->len > 0 && all->len > 0);
  gtk_widget_set_visible (self->text, all->len > 0);
  gtk_widget_set_sensitive (self->propose,
                            !sf_workbook_get_read_only (sf_context_get_workbook (self->context)));
}

static void
on_propose_cb (SfMeetingBar *self)
{
  sf_meetings_propose (self->context);
}

static void
sf_meeting_bar_dispose (GObject *object)
{
  g_clear_object (&SF_MEETING_BAR (object)->context);
  G_OBJECT_CLASS (sf_meeting_bar_parent_class)->dispose (object);
}

static void
sf_meeting_bar_class_init (SfMeetingBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_meeting_bar_dispose;
}

static void
sf_meeting_bar_init (SfMeetingBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

GtkWidget *
sf_meeting_bar_new (SfContext *context)
{
  SfMeetingBar *self;
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spring = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_MEETING_BAR, NULL);
  self->context = g_object_ref (context);
  self->views = sf_view_switch_new (_ ("Questions for the _committee"));
  self->propose = sf_button_new (_ ("_Propose meetings"));
  g_signal_connect_swapped (self->propose, "clicked", G_CALLBACK (on_propose_cb), self);
  self->text = sf_part_row_label (NULL, NULL);
  gtk_widget_set_hexpand (spring, TRUE);
  gtk_box_append (GTK_BOX (buttons), self->views);
  gtk_box_append (GTK_BOX (buttons), spring);
  gtk_box_append (GTK_BOX (buttons), self->propose);
  gtk_box_append (GTK_BOX (self), buttons);
  gtk_box_append (GTK_BOX (self), self->text);
  return GTK_WIDGET (self);
}

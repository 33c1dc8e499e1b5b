/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-meeting-editor.h"

#include "model/sf-meeting-year.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-field-set.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-meetings.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem first_items[] = {
  { SF_FIELD_LINE, SF_MEETING_TITLE, N_ ("Mee_ting") },
  { SF_FIELD_DATE, SF_MEETING_MEETS_ON, N_ ("_Date") },
  { SF_FIELD_LINE, SF_MEETING_BEGINS_AT, N_ ("T_ime"), TRUE },
  { SF_FIELD_LINE, SF_MEETING_PLACE, N_ ("Plac_e") },
  { SF_FIELD_WORD, SF_MEETING_STATE, N_ ("Planned or _held"), TRUE, NULL, NULL,
    SF_VOCABULARY_MEETING_STATE },
};

static const SfFieldItem items[] = {
  { SF_FIELD_PROSE, SF_MEETING_AGENDA, N_ ("A_genda and notes"), FALSE,
    N_ ("What it is about, and what has to be ready") },
  { SF_FIELD_LINE, SF_MEETING_MINUTES, N_ ("Where the _minutes are"), FALSE,
    N_ ("Minutes 2026/3, clerk’s folder") },
};

struct _SfMeetingEditor
{
  GtkBox parent_instance;

  SfContext *context;
  SfMeeting *meeting;
  GtkWidget *unsaid;
  GtkWidget *first;
  GtkWidget *areas; /* a box of check buttons */
  GtkWidget *fields;
  GtkWidget *presented;
  GPtrArray *evaluations; /* in the order of the rows after the first */
  GtkWidget *retire;
  char *shown_areas;
  char *shown_evaluations;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SfMeetingEditor, sf_meeting_editor, GTK_TYPE_BOX)

static SfWorkbook *
get_workbook (SfMeetingEditor *self)
{
  return sf_context_get_workbook (self->context);
}

static SfFramework *
get_framework (SfMeetingEditor *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfEvaluation *evaluation = sf_meeting_find_evaluation (model, self->meeting);

  return evaluation != NULL ? sf_model_get_framework (model, evaluation) : NULL;
}

/* --- which areas --------------------------------------------------------------------------------
 */

static void
on_area_cb (SfMeetingEditor *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  GError *error = NULL;
  gboolean ok;

  if (self->showing || self->meeting == NULL)
    return;
  for (GtkWidget *check = gtk_widget_get_first_child (self->areas); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (check), "sf-code"));
  codes = g_strv_builder_end (builder);
  ok = sf_workbook_set_meeting_areas (get_workbook (self), self->meeting,
                                      (const char *const *)codes, &error);
  sf_context_check (self->context, ok, error);
}

static void
add_area (SfMeetingEditor *self, SfKeyArea *area)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = sf_part_row_label (sf_key_area_get_title (area), NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  sf_part_set_name (check, sf_key_area_get_title (area));
  g_object_set_data_full (G_OBJECT (check), "sf-code", g_strdup (sf_key_area_get_code (area)),
                          g_free);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_area_cb), self);
  gtk_box_append (GTK_BOX (self->areas), check);
}

/* Made anew only for another framework. */
static void
make_areas (SfMeetingEditor *self, SfFramework *framework)
{
  GPtrArray *areas = framework != NULL ? sf_framework_get_areas (framework) : NULL;

  if (!sf_string_set (&self->shown_areas,
                      framework != NULL ? sf_framework_get_digest (framework) : NULL))
    return;
  sf_part_clear (self->areas);
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    add_area (self, areas->pdata[i]);
}

static void
show_areas (SfMeetingEditor *self)
{
  SfModel *model = sf_context_get_model (self->context);

  make_areas (self, get_framework (self));
  for (GtkWidget *check = gtk_widget_get_first_child (self->areas); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 sf_meeting_has_area (model, self->meeting,
                                                      g_object_get_data (G_OBJECT (check),
                                                                         "sf-code")));
}

/* --- which report -------------------------------------------------------------------------------
 */

static void
on_presented_cb (SfMeetingEditor *self)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->presented));
  SfEvaluation *evaluation
      = n > 0 && n <= self->evaluations->len ? self->evaluations->pdata[n - 1] : NULL;
  GError *error = NULL;
  gboolean ok;

  if (self->showing || self->meeting == NULL)
    return;
  ok = sf_workbook_set_presented (get_workbook (self), self->meeting, evaluation, &error);
  sf_context_check (self->context, ok, error);
}

static void
show_presented (SfMeetingEditor *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfCentre *centre = sf_model_find (model, sf_meeting_get_centre (self->meeting));
  SfEvaluation *chosen = sf_model_find (model, sf_meeting_get_presented (self->meeting));
  g_autoptr (GString) state = g_string_new (NULL);
  GtkStringList *words;
  guint place = 0;

  g_ptr_array_unref (self->evaluations);
  self->evaluations
      = centre != NULL ? sf_model_list_evaluations (model, centre) : g_ptr_array_new ();
  for (guint i = 0; i < self->evaluations->len; i++)
    g_string_append_printf (state, "%s\n", sf_evaluation_get_title (self->evaluations->pdata[i]));
  words = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->presented)));
  if (sf_string_set (&self->shown_evaluations, state->str))
    {
      while (g_list_model_get_n_items (G_LIST_MODEL (words)) > 1)
        gtk_string_list_remove (words, 1);
      for (guint i = 0; i < self->evaluations->len; i++)
        gtk_string_list_append (words, sf_evaluation_get_title (self->evaluations->pdata[i]));
    }
  if (chosen != NULL && g_ptr_array_find (self->evaluations, chosen, &place))
    place++;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->presented), place);
}

/* --- taking it off ------------------------------------------------------------------------------
 */

static void
on_retire_cb (SfMeetingEditor *self)
{
  GError *error = NULL;
  gboolean ok = sf_workbook_retire (get_workbook (self), self->meeting, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The meeting was taken off the calendar."), TRUE);
}

static void
on_held_cb (SfMeetingEditor *self)
{
  GError *error = NULL;
  gboolean ok
      = sf_workbook_set_text (get_workbook (self), self->meeting, SF_MEETING_STATE, "held", &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The meeting was held."), TRUE);
}

/* --- what it shows ------------------------------------------------------------------------------
 */

void
sf_meeting_editor_show (SfMeetingEditor *self, SfMeeting *meeting)
{
  gboolean can_edit;

  g_return_if_fail (SF_IS_MEETING_EDITOR (self));

  g_set_object (&self->meeting, meeting);
  sf_field_set_show (SF_FIELD_SET (self->first), meeting);
  sf_field_set_show (SF_FIELD_SET (self->fields), meeting);
  if (meeting == NULL)
    return;
  can_edit = !sf_workbook_get_read_only (get_workbook (self));
  self->showing = TRUE;
  show_areas (self);
  show_presented (self);
  self->showing = FALSE;
  gtk_widget_set_visible (self->unsaid,
                          sf_meeting_is_unsaid (meeting, sf_context_get_today (self->context)));
  gtk_widget_set_sensitive (self->unsaid, can_edit);
  gtk_widget_set_sensitive (self->areas, can_edit);
  gtk_widget_set_sensitive (self->presented, can_edit);
  gtk_widget_set_sensitive (self->retire, can_edit);
}

static GtkWidget *
create_unsaid (SfMeetingEditor *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *held = sf_button_new (_ ("It was hel_d"));
  GtkWidget *text = sf_part_row_label (_ ("Its day is past. Was it held?"), NULL);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (held, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (held, "clicked", G_CALLBACK (on_held_cb), self);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), held);
  return line;
}

static GtkWidget *
create_labelled (const char *text, GtkWidget *control, gboolean mnemonic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *label = mnemonic ? gtk_label_new_with_mnemonic (text) : gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-label");
  if (mnemonic)
    sf_part_set_labelled_by (control, label);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  return box;
}

static void
build (SfMeetingEditor *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->unsaid = create_unsaid (self);
  self->first = sf_field_set_new (self->context, first_items, G_N_ELEMENTS (first_items));
  self->areas = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  sf_part_set_name (self->areas, _ ("Key areas that are looked at"));
  self->fields = sf_field_set_new (self->context, items, G_N_ELEMENTS (items));
  self->presented
      = sf_drop_down_new (gtk_string_list_new ((const char *const[]){ _ ("None"), NULL }));
  g_signal_connect_swapped (self->presented, "notify::selected", G_CALLBACK (on_presented_cb),
                            self);
  self->retire = sf_button_new (_ ("Take o_ff the calendar"));
  gtk_widget_add_css_class (self->retire, "flat");
  gtk_widget_set_halign (self->retire, GTK_ALIGN_START);
  g_signal_connect_swapped (self->retire, "clicked", G_CALLBACK (on_retire_cb), self);
  gtk_box_append (GTK_BOX (body), self->unsaid);
  gtk_box_append (GTK_BOX (body), self->first);
  gtk_box_append (GTK_BOX (body),
                  create_labelled (_ ("Key areas that are looked at"), self->areas, FALSE));
  gtk_box_append (GTK_BOX (body), self->fields);
  gtk_box_append (GTK_BOX (body),
                  create_labelled (_ ("_Report that was presented"), self->presented, TRUE));
  gtk_box_append (GTK_BOX (body), self->retire);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

static void
sf_meeting_editor_dispose (GObject *object)
{
  SfMeetingEditor *self = SF_MEETING_EDITOR (object);

  self->showing = TRUE;
  g_clear_object (&self->meeting);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_meeting_editor_parent_class)->dispose (object);
}

static void
sf_meeting_editor_finalize (GObject *object)
{
  SfMeetingEditor *self = SF_MEETING_EDITOR (object);

  g_ptr_array_unref (self->evaluations);
  g_free (self->shown_areas);
  g_free (self->shown_evaluations);
  G_OBJECT_CLASS (sf_meeting_editor_parent_class)->finalize (object);
}

static void
sf_meeting_editor_class_init (SfMeetingEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_meeting_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_meeting_editor_finalize;
}

static void
sf_meeting_editor_init (SfMeetingEditor *self)
{
  self->evaluations = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_meeting_editor_new (SfContext *context)
{
  SfMeetingEditor *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_MEETING_EDITOR, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}

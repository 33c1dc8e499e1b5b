/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-performance-form.h"

#include "ui/sf-add-button.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-objective-card.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-said-field.h"
#include "ui/sf-said-side.h"
#include "ui/sf-signature-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SIDE_CHARS 26

/* Those whose words a signature closes. */
enum
{
  FIRST_MEETING,
  OBJECTIVES,
  MID_YEAR,
  REVIEW,
  N_CARDS
};

struct _SfPerformanceForm
{
  GtkBox parent_instance;

  SfContext *context;
  SfPerformanceRecord *record; /* NULL: nothing is shown */
  GtkWidget *fields[SF_N_PERFORMANCE_FIELDS];
  GtkWidget *objectives;
  GtkWidget *none; /* no objective yet */
  GtkWidget *add;
  GtkWidget *agreed;
  GtkWidget *review;
  GtkWidget *closed_notes[N_CARDS]; /* who signed what is in a card */
  GtkWidget *panel;                 /* of a head */
  SfUuid added;                     /* an objective that is opened once it is there */
  gboolean waiting;
};

G_DEFINE_FINAL_TYPE (SfPerformanceForm, sf_performance_form, GTK_TYPE_BOX)

/* --- writing -----------------------------------------------------------------------------------
 */

static SfWorkbook *
workbook_of (SfPerformanceForm *self)
{
  return sf_context_get_workbook (self->context);
}

/* (transfer full) (nullable): what is said now, to be changed */
static SfPerformance *
copy_said (SfPerformanceForm *self, GError **error)
{
  const SfPerformance *said
      = self->record != NULL ? sf_workbook_get_performance (workbook_of (self), self->record, error)
                             : NULL;

  return said != NULL ? sf_performance_copy (said) : NULL;
}

static gboolean
write_said (gpointer data, const SfUuid *objective, guint field, const char *text, GError **error)
{
  SfPerformanceForm *self = data;
  g_autoptr (SfPerformance) changed = copy_said (self, error);
  gboolean done;

  if (changed == NULL)
    return self->record == NULL;
  done = objective != NULL
             ? sf_performance_set_of_objective (changed, objective, field, text, error)
             : sf_performance_set (changed, field, text, error);
  return done && sf_workbook_edit_performance (workbook_of (self), self->record, changed, error);
}

static gboolean
write_field (SfSaidField *field, const char *text, gpointer data, GError **error)
{
  SfPerformanceForm *self = data;

  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    if (self->fields[i] == GTK_WIDGET (field))
      return write_said (self, NULL, i, text, error);
  return TRUE;
}

static gboolean
add_objective (const char *title, gpointer data)
{
  SfPerformanceForm *self = data;
  GError *error = NULL;
  g_autoptr (SfPerformance) changed = copy_said (self, &error);
  gboolean done
      = changed != NULL && sf_performance_add_objective (changed, title, &self->added, &error)
        && sf_workbook_edit_performance (workbook_of (self), self->record, changed, &error);

  self->waiting = done;
  return sf_context_check (self->context, done, error);
}

static void
remove_objective (gpointer data, const SfUuid *objective)
{
  SfPerformanceForm *self = data;
  GError *error = NULL;
  g_autoptr (SfPerformance) changed = copy_said (self, &error);
  gboolean done
      = changed != NULL && sf_performance_remove_objective (changed, objective, &error)
        && sf_workbook_edit_performance (workbook_of (self), self->record, changed, &error);

  if (sf_context_check (self->context, done, error))
    sf_context_say (self->context, _ ("The objective was taken away."), TRUE);
}

/* --- showing -----------------------------------------------------------------------------------
 */

static SfObjectiveCard *
find_card (SfPerformanceForm *self, const SfUuid *objective)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->objectives); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (sf_uuid_equal (sf_objective_card_get_objective (SF_OBJECTIVE_CARD (child)), objective))
      return SF_OBJECTIVE_CARD (child);
  return NULL;
}

static gboolean
says_objective (const SfPerformance *said, const SfUuid *objective)
{
  return sf_performance_get_of_objective (said, objective, SF_OBJECTIVE_TITLE) != NULL;
}

/* Cards stay where their objectives do, and with them the focus. */
static void
drop_cards (SfPerformanceForm *self, const SfPerformance *said)
{
  GtkWidget *next, *child = gtk_widget_get_first_child (self->objectives);

  for (; child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (said == NULL
          || !says_objective (said, sf_objective_card_get_objective (SF_OBJECTIVE_CARD (child))))
        gtk_box_remove (GTK_BOX (self->objectives), child);
    }
}

static void
show_objectives (SfPerformanceForm *self, const SfPerformance *said, SfPerformance *trial)
{
  guint n = sf_performance_get_n_objectives (said);
  GtkWidget *before = NULL;

  drop_cards (self, said);
  for (guint i = 0; i < n; i++)
    {
      const SfUuid *uuid = sf_performance_get_objective (said, i);
      SfObjectiveCard *card = find_card (self, uuid);

      if (card == NULL)
        {
          card = SF_OBJECTIVE_CARD (
              sf_objective_card_new (self->context, uuid, write_said, remove_objective, self));
          gtk_box_insert_child_after (GTK_BOX (self->objectives), GTK_WIDGET (card), before);
        }
      sf_objective_card_show (card, self->record, said, trial, i);
      before = GTK_WIDGET (card);
      if (self->waiting && sf_uuid_equal (uuid, &self->added))
        {
          self->waiting = FALSE;
          sf_objective_card_open (card);
          gtk_widget_child_focus (before, GTK_DIR_TAB_FORWARD);
        }
    }
  gtk_widget_set_visible (self->none, n == 0);
}

/* By whom, and that it stays so; NULL: nobody signed. A card with the signatures in it does not
 * name them again. (transfer full) */
static char *
tell_signed (const SfPerformance *said, gboolean final, gboolean named)
{
  g_autofree char *one = sf_signature_to_text (said, final, FALSE);
  g_autofree char *other = sf_signature_to_text (said, final, TRUE);
  const char *stays = final
                          ? _ ("What is signed stays as it is, unless a signature is taken back.")
                          : _ ("What was agreed stays as it is, unless a signature is taken back.");
  g_autoptr (GString) text = g_string_new (NULL);

  if (one == NULL && other == NULL)
    return NULL;
  if (named && one != NULL)
    g_string_append_printf (text, "%s ", one);
  if (named && other != NULL)
    g_string_append_printf (text, "%s ", other);
  g_string_append (text, stays);
  return g_strdup (text->str);
}

static void
show_closed (SfPerformanceForm *self, const SfPerformance *said)
{
  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autofree char *review = tell_signed (said, TRUE, i != REVIEW);
      g_autofree char *agreed = i < MID_YEAR ? tell_signed (said, FALSE, i != OBJECTIVES) : NULL;
      const char *text = review != NULL ? review : agreed;

      sf_part_set_text (self->closed_notes[i], text);
      gtk_widget_set_visible (self->closed_notes[i], text != NULL);
    }
}

static void
show_said (SfPerformanceForm *self, const SfPerformance *said)
{
  g_autoptr (SfPerformance) trial = sf_performance_copy (said);
  gboolean may_agree = sf_said_side_may_agree (self->context, self->record);

  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    if (self->fields[i] != NULL)
      {
        const char *text = sf_performance_get (said, i);

        sf_said_side_show (SF_SAID_FIELD (self->fields[i]), self->context, self->record,
                           sf_performance_field_get_side (i), text,
                           sf_performance_set (trial, i, text, NULL));
      }
  show_objectives (self, said, trial);
  gtk_widget_set_visible (self->add,
                          may_agree && sf_performance_add_objective (trial, "x", NULL, NULL));
  show_closed (self, said);
  sf_signature_rows_show (SF_SIGNATURE_ROWS (self->agreed), self->record, said);
  sf_signature_rows_show (SF_SIGNATURE_ROWS (self->review), self->record, said);
  gtk_widget_set_visible (self->panel,
                          strcmp (sf_performance_record_get_kind (self->record), "head") == 0);
}

static void
forget (SfPerformanceForm *self)
{
  g_clear_object (&self->record);
  self->waiting = FALSE;
  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    if (self->fields[i] != NULL)
      sf_said_field_forget (SF_SAID_FIELD (self->fields[i]));
  drop_cards (self, NULL);
  sf_signature_rows_show (SF_SIGNATURE_ROWS (self->agreed), NULL, NULL);
  sf_signature_rows_show (SF_SIGNATURE_ROWS (self->review), NULL, NULL);
}

void
sf_performance_form_show (SfPerformanceForm *self, SfPerformanceRecord *record)
{
  const SfPerformance *said;

  g_return_if_fail (SF_IS_PERFORMANCE_FORM (self));

  if (record != self->record && self->record != NULL)
    {
      sf_performance_form_commit (self);
      forget (self);
    }
  said = record != NULL ? sf_workbook_get_performance (workbook_of (self), record, NULL) : NULL;
  if (said == NULL)
    {
      if (self->record != NULL)
        forget (self);
      return;
    }
  g_set_object (&self->record, record);
  show_said (self, said);
}

void
sf_performance_form_commit (SfPerformanceForm *self)
{
  g_return_if_fail (SF_IS_PERFORMANCE_FORM (self));

  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    if (self->fields[i] != NULL)
      sf_said_field_commit (SF_SAID_FIELD (self->fields[i]));
  for (GtkWidget *child = gtk_widget_get_first_child (self->objectives); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sf_objective_card_commit (SF_OBJECTIVE_CARD (child));
}

/* --- building ----------------------------------------------------------------------------------
 */

static GtkWidget *
create_field (SfPerformanceForm *self, SfPerformanceField field)
{
  const char *label = sf_performance_field_get_label (field);
  SfPerformanceKind kind = sf_performance_field_get_kind (field);
  GtkWidget *made = kind == SF_PERFORMANCE_CHOICE
                        ? sf_said_field_new_words (label, sf_performance_field_get_words (field))
                        : sf_said_field_new (self->context, label, kind);

  sf_said_field_set_func (SF_SAID_FIELD (made), write_field, self);
  self->fields[field] = made;
  return made;
}

static GtkWidget *
create_beside (SfPerformanceForm *self, SfPerformanceField one, SfPerformanceField other)
{
  return sf_fold_box_new (create_field (self, one), create_field (self, other), SIDE_CHARS,
                          SIDE_CHARS, 18);
}

/* (transfer none): the box in a card that is added */
static GtkWidget *
append_card (SfPerformanceForm *self, const char *heading)
{
  GtkWidget *card = sf_part_card (heading, NULL);
  GtkWidget *body = sf_pile_new (12);

  gtk_widget_add_css_class (body, "sf-card-form");
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
  return body;
}

/* The same, of those that a signature closes. */
static GtkWidget *
append_closing_card (SfPerformanceForm *self, guint nth, const char *heading)
{
  GtkWidget *body = append_card (self, heading);

  self->closed_notes[nth] = sf_part_label (NULL, "sf-row-subtitle");
  gtk_widget_set_visible (self->closed_notes[nth], FALSE);
  gtk_box_append (GTK_BOX (body), self->closed_notes[nth]);
  return body;
}

static void
append_meeting (SfPerformanceForm *self, GtkWidget *body, SfPerformanceField planned)
{
  gtk_box_append (GTK_BOX (body), create_beside (self, planned, planned + 1));
  gtk_box_append (GTK_BOX (body), create_field (self, planned + 2));
}

static void
append_objectives (SfPerformanceForm *self)
{
  GtkWidget *body = append_closing_card (self, OBJECTIVES, _ ("Objectives"));

  self->objectives = sf_pile_new (0);
  self->none
      = sf_part_label (_ ("No objective yet. Three or four are enough: for a priority of the "
                          "centre, for the plan, and one for the person’s own development."),
                       "dim-label");
  self->add = sf_add_button_new (_ ("Add an _objective"), "list-add-symbolic",
                                 _ ("What shall be reached?"), add_objective, self);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  self->agreed = sf_signature_rows_new (self->context, FALSE);
  gtk_box_append (GTK_BOX (body), self->none);
  gtk_box_append (GTK_BOX (body), self->objectives);
  gtk_box_append (GTK_BOX (body), self->add);
  gtk_box_append (GTK_BOX (body), sf_part_label (_ ("Agreed by both"), "sf-form-label"));
  gtk_box_append (GTK_BOX (body), self->agreed);
}

static void
append_review (SfPerformanceForm *self)
{
  GtkWidget *body = append_closing_card (self, REVIEW, _ ("The review"));

  append_meeting (self, body, SF_PERFORMANCE_FINAL_PLANNED_ON);
  gtk_box_append (GTK_BOX (body),
                  create_beside (self, SF_PERFORMANCE_SELF_REVIEW, SF_PERFORMANCE_REVIEW));
  gtk_box_append (GTK_BOX (body), create_field (self, SF_PERFORMANCE_OVERALL));
  gtk_box_append (GTK_BOX (body), create_field (self, SF_PERFORMANCE_DEVELOPMENT));
  gtk_box_append (GTK_BOX (body), sf_part_label (_ ("Signed by both"), "sf-form-label"));
  self->review = sf_signature_rows_new (self->context, TRUE);
  gtk_box_append (GTK_BOX (body), self->review);
}

static void
append_panel (SfPerformanceForm *self)
{
  GtkWidget *body = append_card (self, _ ("The panel and its statement"));

  self->panel = gtk_widget_get_parent (body);
  gtk_box_append (GTK_BOX (body), create_field (self, SF_PERFORMANCE_PANEL));
  gtk_box_append (GTK_BOX (body), create_field (self, SF_PERFORMANCE_ADVISER));
  gtk_box_append (GTK_BOX (body), create_field (self, SF_PERFORMANCE_DRAFT));
  gtk_box_append (GTK_BOX (body), create_beside (self, SF_PERFORMANCE_DRAFT_TO_CHAIR_ON,
                                                 SF_PERFORMANCE_DRAFT_TO_HEAD_ON));
}

static void
sf_performance_form_dispose (GObject *object)
{
  SfPerformanceForm *self = SF_PERFORMANCE_FORM (object);

  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    if (self->fields[i] != NULL)
      sf_said_field_set_func (SF_SAID_FIELD (self->fields[i]), NULL, NULL);
  g_clear_object (&self->record);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_performance_form_parent_class)->dispose (object);
}

static void
sf_performance_form_class_init (SfPerformanceFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_performance_form_dispose;
}

static void
sf_performance_form_init (SfPerformanceForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

GtkWidget *
sf_performance_form_new (SfContext *context)
{
  SfPerformanceForm *self = g_object_new (SF_TYPE_PERFORMANCE_FORM, NULL);

  self->context = g_object_ref (context);
  append_meeting (self, append_closing_card (self, FIRST_MEETING, _ ("First meeting")),
                  SF_PERFORMANCE_SET_PLANNED_ON);
  append_objectives (self);
  append_meeting (self, append_closing_card (self, MID_YEAR, _ ("Mid-year meeting")),
                  SF_PERFORMANCE_MID_PLANNED_ON);
  append_review (self);
  append_panel (self);
  return GTK_WIDGET (self);
}

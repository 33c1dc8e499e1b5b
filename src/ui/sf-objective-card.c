/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-objective-card.h"

#include "model/sf-plan.h"
#include "ui/sf-button.h"
#include "ui/sf-chip.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-said-field.h"
#include "ui/sf-said-side.h"
#include "ui/sf-statement-chooser.h"

#include <glib/gi18n-lib.h>

#define SIDE_CHARS 26

struct _SfObjectiveCard
{
  GtkBox parent_instance;

  SfContext *context;
  SfUuid objective;
  SfSaidWrite write;
  SfObjectiveRemove remove;
  gpointer data;

  GtkWidget *button;
  GtkWidget *arrow;
  GtkWidget *title;
  GtkWidget *chip;
  GtkWidget *body;                          /* empty until it is opened */
  GtkWidget *fields[SF_N_OBJECTIVE_FIELDS]; /* NULL: there is none */
  GtkWidget *statements;                    /* what the codes mean */
  GtkWidget *carried;
  GtkWidget *chooser;
  GtkWidget *take_away;

  SfPerformanceRecord *record;
  SfPerformance *said; /* what was shown last, for fields that are made later */
};

G_DEFINE_FINAL_TYPE (SfObjectiveCard, sf_objective_card, GTK_TYPE_BOX)

void
sf_objective_show_judgement (GtkWidget *chip, const char *judgement)
{
  static const struct
  {
    const char *id;
    SfShape shape;
    SfTone tone;
  } looks[] = { { "met", SF_SHAPE_TICK, SF_TONE_BEST },
                { "partly-met", SF_SHAPE_HALF_DISC, SF_TONE_WARN },
                { "not-met", SF_SHAPE_CROSS, SF_TONE_POOR } };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_strcmp0 (judgement, looks[i].id) == 0)
      {
        sf_chip_set (SF_CHIP (chip), looks[i].shape, looks[i].tone,
                     sf_vocabulary_get_label (SF_VOCABULARY_OBJECTIVE_JUDGEMENT, judgement));
        return;
      }
  sf_chip_set (SF_CHIP (chip), SF_SHAPE_DOTTED_RING, SF_TONE_NONE, _ ("Not judged yet"));
}

/* --- the fields --------------------------------------------------------------------------------
 */

static gboolean
write_field (SfSaidField *field, const char *text, gpointer data, GError **error)
{
  SfObjectiveCard *self = data;

  for (guint i = 0; i < SF_N_OBJECTIVE_FIELDS; i++)
    if (self->fields[i] == GTK_WIDGET (field))
      return self->write (self->data, &self->objective, i, text, error);
  return TRUE;
}

static GtkWidget *
create_priorities (SfObjectiveCard *self)
{
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  g_autoptr (GPtrArray) priorities
      = evaluation != NULL
            ? sf_plan_list_priorities (sf_context_get_model (self->context), evaluation)
            : g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < priorities->len; i++)
    {
      g_ptr_array_add (ids, sf_uuid_to_string (sf_record_get_uuid (priorities->pdata[i])));
      g_ptr_array_add (titles, (gpointer)sf_priority_get_title (priorities->pdata[i]));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (titles, NULL);
  return sf_said_field_new_choice (sf_objective_field_get_label (SF_OBJECTIVE_PRIORITY),
                                   (const char *const *)ids->pdata,
                                   (const char *const *)titles->pdata);
}

static GtkWidget *
create_field (SfObjectiveCard *self, SfObjectiveField field)
{
  const char *label = sf_objective_field_get_label (field);
  SfPerformanceKind kind = sf_objective_field_get_kind (field);
  GtkWidget *made;

  if (field == SF_OBJECTIVE_PRIORITY)
    made = create_priorities (self);
  else if (kind == SF_PERFORMANCE_CHOICE)
    made = sf_said_field_new_words (label, sf_objective_field_get_words (field));
  else
    made = sf_said_field_new (self->context, label, kind);
  sf_said_field_set_func (SF_SAID_FIELD (made), write_field, self);
  self->fields[field] = made;
  return made;
}

static void
append_beside (SfObjectiveCard *self, SfObjectiveField one, SfObjectiveField other)
{
  gtk_box_append (GTK_BOX (self->body),
                  sf_fold_box_new (create_field (self, one), create_field (self, other), SIDE_CHARS,
                                   SIDE_CHARS, 18));
}

static void
on_chosen_cb (SfChooser *chooser, const char *code, SfObjectiveCard *self)
{
  if (code != NULL)
    sf_said_field_append (SF_SAID_FIELD (self->fields[SF_OBJECTIVE_STATEMENT_CODES]), code);
}

static void
append_statements (SfObjectiveCard *self)
{
  GtkWidget *codes = create_field (self, SF_OBJECTIVE_STATEMENT_CODES);

  self->statements = sf_part_label (NULL, "sf-row-subtitle");
  self->chooser = sf_statement_chooser_new (self->context, _ ("Add a state_ment"), NULL, FALSE);
  gtk_widget_set_halign (self->chooser, GTK_ALIGN_START);
  g_signal_connect (self->chooser, "chosen", G_CALLBACK (on_chosen_cb), self);
  sf_said_field_set_hint (SF_SAID_FIELD (codes), _ ("Codes, with a space between two"));
  gtk_box_append (GTK_BOX (self->body), codes);
  gtk_box_append (GTK_BOX (self->body), self->statements);
  gtk_box_append (GTK_BOX (self->body), self->chooser);
}

static void
on_take_away_cb (SfObjectiveCard *self)
{
  self->remove (self->data, &self->objective);
}

static void
build_body (SfObjectiveCard *self)
{
  gtk_box_append (GTK_BOX (self->body), create_field (self, SF_OBJECTIVE_TITLE));
  self->carried = sf_part_label (_ ("Carried forward from the cycle before."), "sf-row-subtitle");
  gtk_box_append (GTK_BOX (self->body), self->carried);
  append_beside (self, SF_OBJECTIVE_TYPE, SF_OBJECTIVE_DUE_ON);
  gtk_box_append (GTK_BOX (self->body), create_field (self, SF_OBJECTIVE_PRIORITY));
  append_statements (self);
  append_beside (self, SF_OBJECTIVE_CRITERIA, SF_OBJECTIVE_EVIDENCE_EXPECTED);
  gtk_box_append (GTK_BOX (self->body), create_field (self, SF_OBJECTIVE_ACTIONS));
  append_beside (self, SF_OBJECTIVE_SELF_REVIEW, SF_OBJECTIVE_REVIEW);
  gtk_box_append (GTK_BOX (self->body), create_field (self, SF_OBJECTIVE_JUDGEMENT));
  self->take_away = sf_button_new (_ ("Ta_ke this objective away"));
  gtk_widget_add_css_class (self->take_away, "flat");
  gtk_widget_set_halign (self->take_away, GTK_ALIGN_START);
  g_signal_connect_swapped (self->take_away, "clicked", G_CALLBACK (on_take_away_cb), self);
  gtk_box_append (GTK_BOX (self->body), self->take_away);
}

/* --- showing -----------------------------------------------------------------------------------
 */

static void
show_statements (SfObjectiveCard *self, const char *codes)
{
  SfFramework *framework = sf_context_get_framework (self->context);
  g_auto (GStrv) parts = g_strsplit (codes != NULL ? codes : "", " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **code = parts; *code != NULL; code++)
    {
      SfStatement *statement = framework != NULL && **code != '\0'
                                   ? sf_framework_find_statement (framework, *code)
                                   : NULL;

      if (**code != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", *code,
                                statement != NULL ? sf_statement_get_title (statement)
                                                  : _ ("no such statement"));
    }
  sf_part_set_text (self->statements, text->str);
  gtk_widget_set_visible (self->statements, text->len > 0);
}

static void
show_fields (SfObjectiveCard *self, const SfPerformance *said, SfPerformance *trial)
{
  gboolean agreed = !sf_said_side_may_agree (self->context, self->record);

  for (guint i = 0; i < SF_N_OBJECTIVE_FIELDS; i++)
    if (self->fields[i] != NULL)
      {
        const char *text = sf_performance_get_of_objective (said, &self->objective, i);
        gboolean open = sf_performance_set_of_objective (trial, &self->objective, i, text, NULL);

        sf_said_side_show (SF_SAID_FIELD (self->fields[i]), self->context, self->record,
                           sf_objective_field_get_side (i), text, open);
        sf_said_field_set_about (SF_SAID_FIELD (self->fields[i]),
                                 sf_performance_get_of_objective (said, &self->objective,
                                                                  SF_OBJECTIVE_TITLE));
        if (i == SF_OBJECTIVE_TITLE)
          agreed = agreed || !open;
      }
  show_statements (self, sf_performance_get_of_objective (said, &self->objective,
                                                          SF_OBJECTIVE_STATEMENT_CODES));
  gtk_widget_set_visible (self->carried, sf_performance_get_of_objective (said, &self->objective,
                                                                          SF_OBJECTIVE_CARRIED_FROM)
                                             != NULL);
  gtk_widget_set_visible (self->chooser, !agreed);
  gtk_widget_set_visible (self->take_away, !agreed);
}

void
sf_objective_card_show (SfObjectiveCard *self,
                        SfPerformanceRecord *record,
                        const SfPerformance *said,
                        SfPerformance *trial,
                        guint nth)
{
  g_autofree char *title = NULL, *name = NULL;
  const char *judgement;

  g_return_if_fail (SF_IS_OBJECTIVE_CARD (self));

  judgement = sf_performance_get_of_objective (said, &self->objective, SF_OBJECTIVE_JUDGEMENT);
  title = g_strdup_printf ("%u. %s", nth + 1,
                           sf_performance_get_of_objective (said, &self->objective,
                                                            SF_OBJECTIVE_TITLE));
  sf_part_set_text (self->title, title);
  sf_objective_show_judgement (self->chip, judgement);
  name = g_strdup_printf ("%s, %s", title, sf_chip_get_text (SF_CHIP (self->chip)));
  sf_part_set_name (self->button, name);
  g_set_object (&self->record, record);
  g_clear_pointer (&self->said, sf_performance_free);
  self->said = sf_performance_copy (said);
  if (self->fields[SF_OBJECTIVE_TITLE] != NULL)
    show_fields (self, said, trial);
}

static void
on_toggled_cb (SfObjectiveCard *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->button));

  if (open && self->fields[SF_OBJECTIVE_TITLE] == NULL && self->said != NULL)
    {
      g_autoptr (SfPerformance) trial = sf_performance_copy (self->said);

      build_body (self);
      show_fields (self, self->said, trial);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (self->body, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

void
sf_objective_card_open (SfObjectiveCard *self)
{
  g_return_if_fail (SF_IS_OBJECTIVE_CARD (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->button), TRUE);
}

void
sf_objective_card_commit (SfObjectiveCard *self)
{
  g_return_if_fail (SF_IS_OBJECTIVE_CARD (self));

  for (guint i = 0; i < SF_N_OBJECTIVE_FIELDS; i++)
    if (self->fields[i] != NULL)
      sf_said_field_commit (SF_SAID_FIELD (self->fields[i]));
}

const SfUuid *
sf_objective_card_get_objective (SfObjectiveCard *self)
{
  g_return_val_if_fail (SF_IS_OBJECTIVE_CARD (self), NULL);

  return &self->objective;
}

/* --- building ----------------------------------------------------------------------------------
 */

static void
sf_objective_card_dispose (GObject *object)
{
  SfObjectiveCard *self = SF_OBJECTIVE_CARD (object);

  for (guint i = 0; i < SF_N_OBJECTIVE_FIELDS; i++)
    if (self->fields[i] != NULL)
      sf_said_field_set_func (SF_SAID_FIELD (self->fields[i]), NULL, NULL);
  g_clear_pointer (&self->said, sf_performance_free);
  g_clear_object (&self->record);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_objective_card_parent_class)->dispose (object);
}

static void
sf_objective_card_class_init (SfObjectiveCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_objective_card_dispose;
}

static void
sf_objective_card_init (SfObjectiveCard *self)
{
  GtkWidget *line = sf_line_new (8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->button = gtk_toggle_button_new ();
  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  self->title = sf_part_row_label (NULL, NULL);
  self->chip = sf_chip_new ();
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  sf_line_append (SF_LINE (line), self->arrow);
  sf_line_append (SF_LINE (line), self->title);
  sf_line_append (SF_LINE (line), self->chip);
  gtk_button_set_child (GTK_BUTTON (self->button), line);
  gtk_widget_add_css_class (self->button, "flat");
  self->body = sf_pile_new (12);
  gtk_widget_add_css_class (self->body, "sf-card-form");
  gtk_widget_set_visible (self->body, FALSE);
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (on_toggled_cb), self);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_append (GTK_BOX (self), self->body);
}

GtkWidget *
sf_objective_card_new (SfContext *context,
                       const SfUuid *objective,
                       SfSaidWrite write,
                       SfObjectiveRemove remove,
                       gpointer data)
{
  SfObjectiveCard *self = g_object_new (SF_TYPE_OBJECTIVE_CARD, NULL);

  self->context = g_object_ref (context);
  self->objective = *objective;
  self->write = write;
  self->remove = remove;
  self->data = data;
  return GTK_WIDGET (self);
}

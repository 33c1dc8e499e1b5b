/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-compose-performance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-performance-told.h"

typedef struct
{
  SfModel *model;
  SfPerformanceRecord *record;
  const SfPerformance *said;
  SfFramework *framework; /* NULL: statements stand by their codes */
  SfDocument *document;
} Statement;

/* --- pieces ------------------------------------------------------------------------------------
 */

/* "Label: text", with the further lines as paragraphs of their own. */
static void
add_labelled (Statement *self, const char *label, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autofree char *head = g_strdup_printf ("%s: ", label);
  gboolean first = TRUE;

  for (char **line = lines; *line != NULL; line++)
    if (!sf_text_is_blank (*line))
      {
        SfProse *prose = sf_prose_new (NULL);

        if (first)
          sf_prose_add (prose, SF_SPAN_STRONG, head);
        sf_document_add (self->document,
                         sf_block_new_paragraph (sf_prose_add (prose, SF_SPAN_PLAIN, *line)));
        first = FALSE;
      }
}

static void
add_field (Statement *self, SfPerformanceField field)
{
  g_autofree char *text = sf_performance_field_to_text (self->said, field);

  add_labelled (self, sf_performance_field_get_label (field), text);
}

/* One column of a pair: a heading, and the words or that there are none. */
static void
fill_column (SfBlock *pair,
             void (*add) (SfBlock *pair, SfBlock *child),
             const char *label,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : _ ("Nothing is written."), "\n", -1);
  SfBlock *heading = sf_block_new_heading (3, sf_prose_new (label), NULL);

  heading->in_contents = FALSE;
  add (pair, heading);
  for (char **line = lines; *line != NULL; line++)
    if (!sf_text_is_blank (*line))
      add (pair, sf_block_new_paragraph (sf_prose_new (*line)));
}

/* The person's words and the reviewer's, apart. */
static void
add_words (Statement *self, const char *own, const char *other)
{
  SfBlock *pair = sf_block_new_pair (0.5);

  fill_column (pair, sf_block_add_first,
               sf_performance_field_get_label (SF_PERFORMANCE_SELF_REVIEW), own);
  fill_column (pair, sf_block_add_second, sf_performance_field_get_label (SF_PERFORMANCE_REVIEW),
               other);
  sf_document_add (self->document, pair);
}

static SfProse *
make_judgement (const char *judgement)
{
  static const struct
  {
    const char *id;
    SfShape shape;
    SfChipTone tone;
  } looks[] = { { "met", SF_SHAPE_TICK, SF_CHIP_TONE_BEST },
                { "partly-met", SF_SHAPE_HALF_DISC, SF_CHIP_TONE_WARN },
                { "not-met", SF_SHAPE_CROSS, SF_CHIP_TONE_POOR } };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_strcmp0 (judgement, looks[i].id) == 0)
      return sf_prose_add_chip (sf_prose_new (NULL), looks[i].shape, looks[i].tone,
                                sf_vocabulary_get_label (SF_VOCABULARY_OBJECTIVE_JUDGEMENT,
                                                         judgement));
  return sf_prose_add_chip (sf_prose_new (NULL), SF_SHAPE_DOTTED_RING, SF_CHIP_TONE_NEUTRAL,
                            _ ("Not judged yet"));
}

/* --- objectives --------------------------------------------------------------------------------
 */

/* The titles of statements where the framework has them, parted by semicolons. */
static char *
name_statements (Statement *self, const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes != NULL ? codes : "", " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **code = parts; *code != NULL; code++)
    {
      SfStatement *statement = self->framework != NULL && **code != '\0'
                                   ? sf_framework_find_statement (self->framework, *code)
                                   : NULL;

      if (**code != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                                statement != NULL ? sf_statement_get_title (statement) : *code);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
add_objective (Statement *self, guint nth)
{
  static const SfObjectiveField fields[] = { SF_OBJECTIVE_TYPE,     SF_OBJECTIVE_PRIORITY,
                                             SF_OBJECTIVE_CRITERIA, SF_OBJECTIVE_EVIDENCE_EXPECTED,
                                             SF_OBJECTIVE_ACTIONS,  SF_OBJECTIVE_DUE_ON };
  const SfUuid *uuid = sf_performance_get_objective (self->said, nth);
  g_autofree char *title
      = g_strdup_printf ("%u. %s", nth + 1,
                         sf_performance_get_of_objective (self->said, uuid, SF_OBJECTIVE_TITLE));
  g_autofree char *id = g_strdup_printf ("objective-%u", nth + 1);
  g_autofree char *served
      = name_statements (self, sf_performance_get_of_objective (self->said, uuid,
                                                                SF_OBJECTIVE_STATEMENT_CODES));
  SfBlock *heading = sf_document_add_heading (self->document, 2, title, id);

  sf_block_set_trailing (heading,
                         make_judgement (sf_performance_get_of_objective (self->said, uuid,
                                                                          SF_OBJECTIVE_JUDGEMENT)));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text
          = sf_performance_objective_to_text (self->model, self->said, uuid, fields[i]);

      add_labelled (self, sf_objective_field_get_label (fields[i]), text);
    }
  add_labelled (self, sf_objective_field_get_label (SF_OBJECTIVE_STATEMENT_CODES), served);
  if (sf_performance_get_of_objective (self->said, uuid, SF_OBJECTIVE_CARRIED_FROM) != NULL)
    sf_document_add_text (self->document, _ ("Carried forward from the cycle before."));
  add_words (self, sf_performance_get_of_objective (self->said, uuid, SF_OBJECTIVE_SELF_REVIEW),
             sf_performance_get_of_objective (self->said, uuid, SF_OBJECTIVE_REVIEW));
}

static void
add_objectives (Statement *self)
{
  guint n = sf_performance_get_n_objectives (self->said);

  if (n == 0)
    sf_document_add_text (self->document, _ ("No objective is agreed yet."));
  for (guint i = 0; i < n; i++)
    add_objective (self, i);
}

/* --- meetings and signatures --------------------------------------------------------------------
 */

static void
add_meeting (Statement *self, const char *title, SfPerformanceField planned, const char *id)
{
  sf_document_add_heading (self->document, 2, title, id);
  if (sf_performance_get (self->said, planned) == NULL
      && sf_performance_get (self->said, planned + 1) == NULL)
    sf_document_add_text (self->document, _ ("Not planned yet."));
  for (guint i = 0; i < 3; i++)
    add_field (self, planned + i);
}

static void
add_signature (Statement *self, SfPerformanceField by, const char *whose)
{
  const char *name = sf_performance_get (self->said, by);
  g_autofree char *day = sf_performance_field_to_text (self->said, by + 1);
  g_autofree char *text = NULL;

  /* Translators: a name, and a day */
  text = name != NULL ? g_strdup_printf (_ ("%s, in Sixfold, on %s"), name, day)
                      : g_strdup (_ ("not yet"));
  add_labelled (self, whose, text);
}

static void
add_lines (Statement *self, const char *sentence, const char *name)
{
  SfBlock *block = sf_block_new_sign_off (sf_prose_new (sentence));
  g_autofree char *whose = g_strdup_printf (_ ("Signature: %s"), name);

  sf_block_add_item (block, sf_prose_new (whose));
  sf_block_add_item (block, sf_prose_new (_ ("Date")));
  sf_document_add (self->document, block);
}

static void
add_signatures (Statement *self)
{
  const char *reviewer = sf_performance_record_get_reviewer (self->record);

  sf_document_add_heading (self->document, 2, _ ("Signatures"), "signatures");
  add_signature (self, SF_PERFORMANCE_SET_PERSON_SIGNED_BY, _ ("Objectives, by the person"));
  add_signature (self, SF_PERFORMANCE_SET_REVIEWER_SIGNED_BY, _ ("Objectives, by the reviewer"));
  add_signature (self, SF_PERFORMANCE_FINAL_PERSON_SIGNED_BY, _ ("Review, by the person"));
  add_signature (self, SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_BY, _ ("Review, by the reviewer"));
  add_lines (self, _ ("This is what was agreed and said."),
             sf_performance_record_get_person (self->record));
  add_lines (self, _ ("This is what was agreed and said."),
             reviewer != NULL ? reviewer : _ ("Reviewer"));
}

/* --- the document ------------------------------------------------------------------------------
 */

static void
add_review (Statement *self)
{
  SfBlock *heading = sf_document_add_heading (self->document, 2, _ ("The review"), "review");

  sf_block_set_trailing (heading,
                         make_judgement (sf_performance_get (self->said, SF_PERFORMANCE_OVERALL)));
  add_words (self, sf_performance_get (self->said, SF_PERFORMANCE_SELF_REVIEW),
             sf_performance_get (self->said, SF_PERFORMANCE_REVIEW));
  add_field (self, SF_PERFORMANCE_DEVELOPMENT);
}

static void
add_panel (Statement *self)
{
  if (strcmp (sf_performance_record_get_kind (self->record), "head") != 0)
    return;
  sf_document_add_heading (self->document, 2, _ ("The panel and its statement"), "panel");
  for (SfPerformanceField field = SF_PERFORMANCE_PANEL; field <= SF_PERFORMANCE_DRAFT_TO_HEAD_ON;
       field++)
    add_field (self, field);
}

static void
add_facts (Statement *self)
{
  SfUuid uuid = *sf_performance_record_get_centre (self->record);
  SfCentre *centre = sf_model_find (self->model, &uuid);
  g_autofree char *cycle
      = sf_date_format_period (sf_performance_record_get_starts_on (self->record),
                               sf_performance_record_get_ends_on (self->record));

  add_labelled (self, _ ("Role"), sf_performance_record_get_role (self->record));
  add_labelled (self, _ ("Reviewed by"), sf_performance_record_get_reviewer (self->record));
  add_labelled (self, _ ("Cycle"), cycle);
  add_labelled (self, _ ("Centre"), centre != NULL ? sf_centre_get_name (centre) : NULL);
}

/* One judgement of a statement about the head, by the head or by a contributor. */
static void
add_judged (Statement *self, guint nth)
{
  SfStatement *statement
      = sf_performance_find_judged_statement (self->model, self->record, self->said, nth);
  const char *code = sf_performance_get_judged (self->said, nth, SF_JUDGED_STATEMENT_CODE);
  const char *name = sf_performance_get_judged (self->said, nth, SF_JUDGED_NAME);
  g_autofree char *title
      = g_strdup_printf ("%s %s%s%s", code,
                         statement != NULL ? sf_statement_get_title (statement) : "",
                         name != NULL ? " · " : "", name != NULL ? name : "");
  g_autofree char *id = g_strdup_printf ("judged-%u", nth + 1);

  sf_document_add_heading (self->document, 2, title, id);
  for (guint i = SF_JUDGED_LEVEL; i < SF_N_JUDGED_FIELDS; i++)
    {
      g_autofree char *text
          = sf_performance_judged_to_text (self->model, self->record, self->said, nth, i);

      add_labelled (self, sf_judged_field_get_label (i), text);
    }
}

static void
add_all_judged (Statement *self)
{
  guint n = sf_performance_get_n_judged (self->said);

  if (n == 0)
    sf_document_add_text (self->document, _ ("Nothing is judged yet."));
  for (guint i = 0; i < n; i++)
    add_judged (self, i);
}

static void
add_all (Statement *self)
{
  sf_document_add_heading (self->document, 1, sf_document_get_title (self->document), "statement");
  add_facts (self);
  if (sf_performance_record_get_evaluation (self->record) != NULL)
    {
      add_all_judged (self);
      return;
    }
  add_meeting (self, _ ("First meeting"), SF_PERFORMANCE_SET_PLANNED_ON, "first");
  add_objectives (self);
  add_meeting (self, _ ("Mid-year meeting"), SF_PERFORMANCE_MID_PLANNED_ON, "mid-year");
  add_meeting (self, _ ("Last meeting"), SF_PERFORMANCE_FINAL_PLANNED_ON, "last");
  add_review (self);
  add_panel (self);
  add_signatures (self);
}

SfDocument *
sf_statement_of_performance_new (SfModel *model,
                                 SfPerformanceRecord *record,
                                 const SfPerformance *document,
                                 const char *today)
{
  SfEvaluation *latest = sf_model_get_latest_evaluation (model, NULL);
  Statement self = { .model = model, .record = record, .said = document };
  g_autofree char *title = NULL, *head = NULL, *day = sf_date_format (today);
  const char *person = sf_performance_record_get_person (record);
  gboolean judged = sf_performance_record_get_evaluation (record) != NULL;

  g_return_val_if_fail (SF_IS_PERFORMANCE_RECORD (record), NULL);
  g_return_val_if_fail (document != NULL && today != NULL, NULL);

  self.framework = latest != NULL ? sf_model_get_framework (model, latest) : NULL;
  /* Translators: a person */
  title = g_strdup_printf (judged ? _ ("What is judged of %s") : _ ("Performance management: %s"),
                           person);
  /* Translators: a person, and the day on which it was printed */
  head
      = g_strdup_printf (judged
                             ? _ ("Confidential · what is judged of %s, as it stood on %s")
                             : _ ("Confidential · performance management of %s, as it stood on %s"),
                         person, day);
  self.document = sf_document_new (title, "en-GB", today);
  sf_document_set_confidential (self.document);
  sf_document_set_running_head (self.document, head);
  add_all (&self);
  return self.document;
}

SfDocument *
sf_recovery_paper_new (const char *centre, const char *key, const char *today)
{
  SfDocument *document = sf_document_new (_ ("Recovery key"), "en-GB", today);
  g_autofree char *day = sf_date_format (today);
  g_autofree char *whose = NULL;

  /* Translators: a centre, and a day */
  whose = g_strdup_printf (_ ("%s, made on %s"), centre, day);
  sf_document_set_confidential (document);
  sf_document_set_running_head (document, _ ("Confidential · to be kept in a sealed envelope"));
  sf_document_add_heading (document, 1, _ ("Recovery key for performance management"), "key");
  sf_document_add_text (document, whose);
  sf_document_add_heading (document, 2, key, "the-key");
  sf_document_add_text (
      document,
      _ ("With this key the employer opens the performance records of this centre file when a "
         "passphrase is forgotten or a head has left. Who has the key and the file can read them.\n"
         "Put this page into an envelope, seal it, sign across the flap, and give it to the "
         "employer: the chair of the governing body, or the authority’s personnel officer.\n"
         "Capital and small letters make no difference. The fifth character of each group checks "
         "the others, so that one that was misread is noticed."));
  return document;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-framework-private.h"

/* --- group ------------------------------------------------------------------------------- */

G_DEFINE_FINAL_TYPE (SfGroup, sf_group, G_TYPE_OBJECT)

static void
sf_group_finalize (GObject *object)
{
  SfGroup *self = SF_GROUP (object);
  g_free (self->code);
  g_free (self->title);
  g_clear_object (&self->scale);
  g_ptr_array_unref (self->statements);
  G_OBJECT_CLASS (sf_group_parent_class)->finalize (object);
}

static void
sf_group_class_init (SfGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_group_finalize;
}

static void
sf_group_init (SfGroup *self)
{
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
}

const char *
sf_group_get_code (SfGroup *self)
{
  g_return_val_if_fail (SF_IS_GROUP (self), NULL);
  return self->code;
}

const char *
sf_group_get_title (SfGroup *self)
{
  g_return_val_if_fail (SF_IS_GROUP (self), NULL);
  return self->title;
}

guint
sf_group_get_index (SfGroup *self)
{
  g_return_val_if_fail (SF_IS_GROUP (self), 0);
  return self->index;
}

SfKeyArea *
sf_group_get_area (SfGroup *self)
{
  g_return_val_if_fail (SF_IS_GROUP (self), NULL);
  return self->area;
}

GPtrArray *
sf_group_get_statements (SfGroup *self)
{
  g_return_val_if_fail (SF_IS_GROUP (self), NULL);
  return self->statements;
}

SfSubject
sf_group_get_subject (SfGroup *self)
{
  g_return_val_if_fail (SF_IS_GROUP (self), SF_SUBJECT_CENTRE);
  return self->subject;
}

SfScale *
sf_group_get_scale (SfGroup *self)
{
  g_return_val_if_fail (SF_IS_GROUP (self), NULL);
  return self->scale;
}

/* --- statement --------------------------------------------------------------------------- */

G_DEFINE_FINAL_TYPE (SfStatement, sf_statement, G_TYPE_OBJECT)

static void
clear_evidence (gpointer data)
{
  g_free (((SfSuggestedEvidence *)data)->text);
}

static void
clear_crosswalk (gpointer data)
{
  SfCrosswalk *crosswalk = data;
  g_free (crosswalk->framework);
  g_free (crosswalk->code);
}

static void
sf_statement_finalize (GObject *object)
{
  SfStatement *self = SF_STATEMENT (object);
  g_free (self->code);
  g_free (self->short_code);
  g_free (self->title);
  g_free (self->text);
  g_free (self->section);
  g_strfreev (self->prompts);
  g_array_unref (self->evidence);
  g_array_unref (self->crosswalks);
  g_clear_object (&self->scale);
  G_OBJECT_CLASS (sf_statement_parent_class)->finalize (object);
}

static void
sf_statement_class_init (SfStatementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_statement_finalize;
}

static void
sf_statement_init (SfStatement *self)
{
  self->evidence = g_array_new (FALSE, TRUE, sizeof (SfSuggestedEvidence));
  g_array_set_clear_func (self->evidence, clear_evidence);
  self->crosswalks = g_array_new (FALSE, TRUE, sizeof (SfCrosswalk));
  g_array_set_clear_func (self->crosswalks, clear_crosswalk);
}

const char *
sf_statement_get_code (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  return self->code;
}

const char *
sf_statement_get_short_code (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  return self->short_code;
}

const char *
sf_statement_get_title (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  return self->title;
}

const char *
sf_statement_get_text (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  return self->text;
}

const char *const *
sf_statement_get_prompts (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  return (const char *const *)self->prompts;
}

const SfSuggestedEvidence *
sf_statement_get_suggested_evidence (SfStatement *self, gsize *n)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  if (n != NULL)
    *n = self->evidence->len;
  return (const SfSuggestedEvidence *)(gpointer)self->evidence->data;
}

const SfCrosswalk *
sf_statement_get_crosswalks (SfStatement *self, gsize *n)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  if (n != NULL)
    *n = self->crosswalks->len;
  return (const SfCrosswalk *)(gpointer)self->crosswalks->data;
}

SfSubject
sf_statement_get_subject (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), SF_SUBJECT_CENTRE);
  return self->subject;
}

SfScale *
sf_statement_get_scale (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  return self->scale;
}

gboolean
sf_statement_get_safeguarding (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), FALSE);
  return self->safeguarding;
}

SfKeyArea *
sf_statement_get_area (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  return self->area;
}

SfGroup *
sf_statement_get_group (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  return self->group;
}

const char *
sf_statement_get_section (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  return self->section;
}

guint
sf_statement_get_position (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), 0);
  return self->position;
}

guint
sf_statement_get_index (SfStatement *self)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), 0);
  return self->index;
}

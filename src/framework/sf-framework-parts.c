/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-framework-private.h"

#include <glib/gi18n-lib.h>

/* --- kinds of evidence ------------------------------------------------------------------- */

static const char *const evidence_kind_words[SF_N_EVIDENCE_KINDS]
    = { "data", "observation", "users-views", "document", "external" };

const char *
sf_evidence_kind_to_string (SfEvidenceKind kind)
{
  g_return_val_if_fail ((guint)kind < SF_N_EVIDENCE_KINDS, NULL);
  return evidence_kind_words[kind];
}

gboolean
sf_evidence_kind_from_string (const char *text, SfEvidenceKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);
  for (guint i = 0; i < SF_N_EVIDENCE_KINDS; i++)
    if (g_strcmp0 (text, evidence_kind_words[i]) == 0)
      {
        *kind = (SfEvidenceKind)i;
        return TRUE;
      }
  return FALSE;
}

const char *
sf_evidence_kind_get_label (SfEvidenceKind kind)
{
  switch (kind)
    {
    case SF_EVIDENCE_KIND_DATA:
      return _ ("Data");
    case SF_EVIDENCE_KIND_OBSERVATION:
      return _ ("Observation");
    case SF_EVIDENCE_KIND_USERS_VIEWS:
      return _ ("Users’ views");
    case SF_EVIDENCE_KIND_DOCUMENT:
      return _ ("Document");
    case SF_EVIDENCE_KIND_EXTERNAL:
      return _ ("External view");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* --- level ------------------------------------------------------------------------------- */

G_DEFINE_FINAL_TYPE (SfLevel, sf_level, G_TYPE_OBJECT)

static void
sf_level_finalize (GObject *object)
{
  SfLevel *self = SF_LEVEL (object);
  g_free (self->name);
  g_free (self->label);
  g_free (self->descriptor);
  G_OBJECT_CLASS (sf_level_parent_class)->finalize (object);
}

static void
sf_level_class_init (SfLevelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_level_finalize;
}

static void
sf_level_init (SfLevel *self)
{
}

gint64
sf_level_get_value (SfLevel *self)
{
  g_return_val_if_fail (SF_IS_LEVEL (self), 0);
  return self->value;
}

guint
sf_level_get_rank (SfLevel *self)
{
  g_return_val_if_fail (SF_IS_LEVEL (self), 0);
  return self->rank;
}

const char *
sf_level_get_name (SfLevel *self)
{
  g_return_val_if_fail (SF_IS_LEVEL (self), NULL);
  return self->name;
}

const char *
sf_level_get_label (SfLevel *self)
{
  g_return_val_if_fail (SF_IS_LEVEL (self), NULL);
  return self->label;
}

const char *
sf_level_get_descriptor (SfLevel *self)
{
  g_return_val_if_fail (SF_IS_LEVEL (self), NULL);
  return self->descriptor;
}

SfMark
sf_level_get_mark (SfLevel *self)
{
  g_return_val_if_fail (SF_IS_LEVEL (self), SF_MARK_NONE);
  return self->mark;
}

SfTone
sf_level_get_tone (SfLevel *self)
{
  g_return_val_if_fail (SF_IS_LEVEL (self), SF_TONE_NONE);
  return self->tone;
}

/* --- scale ------------------------------------------------------------------------------- */

G_DEFINE_FINAL_TYPE (SfScale, sf_scale, G_TYPE_OBJECT)

static void
sf_scale_finalize (GObject *object)
{
  SfScale *self = SF_SCALE (object);
  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->levels);
  G_OBJECT_CLASS (sf_scale_parent_class)->finalize (object);
}

static void
sf_scale_class_init (SfScaleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_scale_finalize;
}

static void
sf_scale_init (SfScale *self)
{
  self->levels = g_ptr_array_new_with_free_func (g_object_unref);
}

const char *
sf_scale_get_id (SfScale *self)
{
  g_return_val_if_fail (SF_IS_SCALE (self), NULL);
  return self->id;
}

const char *
sf_scale_get_title (SfScale *self)
{
  g_return_val_if_fail (SF_IS_SCALE (self), NULL);
  return self->title;
}

SfScaleStyle
sf_scale_get_style (SfScale *self)
{
  g_return_val_if_fail (SF_IS_SCALE (self), SF_SCALE_NUMERAL);
  return self->style;
}

GPtrArray *
sf_scale_get_levels (SfScale *self)
{
  g_return_val_if_fail (SF_IS_SCALE (self), NULL);
  return self->levels;
}

guint
sf_scale_get_n_levels (SfScale *self)
{
  g_return_val_if_fail (SF_IS_SCALE (self), 0);
  return self->levels->len;
}

SfLevel *
sf_scale_find_level (SfScale *self, gint64 value)
{
  g_return_val_if_fail (SF_IS_SCALE (self), NULL);
  for (guint i = 0; i < self->levels->len; i++)
    {
      SfLevel *level = g_ptr_array_index (self->levels, i);
      if (level->value == value)
        return level;
    }
  return NULL;
}

/* --- key area ---------------------------------------------------------------------------- */

G_DEFINE_FINAL_TYPE (SfKeyArea, sf_key_area, G_TYPE_OBJECT)

static void
sf_key_area_finalize (GObject *object)
{
  SfKeyArea *self = SF_KEY_AREA (object);
  g_free (self->code);
  g_free (self->section);
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->introduction);
  g_free (self->colour);
  g_free (self->dark_colour);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->statements);
  g_clear_object (&self->scale);
  G_OBJECT_CLASS (sf_key_area_parent_class)->finalize (object);
}

static void
sf_key_area_class_init (SfKeyAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_key_area_finalize;
}

static void
sf_key_area_init (SfKeyArea *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
}

const char *
sf_key_area_get_code (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->code;
}

const char *
sf_key_area_get_section (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->section;
}

const char *
sf_key_area_get_title (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->title;
}

const char *
sf_key_area_get_short_title (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->short_title;
}

const char *
sf_key_area_get_introduction (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->introduction;
}

const char *
sf_key_area_get_colour (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->colour;
}

const char *
sf_key_area_get_dark_colour (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->dark_colour;
}

guint
sf_key_area_get_index (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), 0);
  return self->index;
}

GPtrArray *
sf_key_area_get_groups (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->groups;
}

GPtrArray *
sf_key_area_get_statements (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->statements;
}

SfScale *
sf_key_area_get_scale (SfKeyArea *self)
{
  g_return_val_if_fail (SF_IS_KEY_AREA (self), NULL);
  return self->scale;
}

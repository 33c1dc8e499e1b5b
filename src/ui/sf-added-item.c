/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-added-item.h"

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "model/sf-vocabulary.h"

#include <glib/gi18n-lib.h>

struct _SfAddedItem
{
  GObject parent_instance;

  SfEvidence *evidence;
  char *title;
  char *dated_on;
  guint kind;
  gboolean wrong;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DATED_ON,
  PROP_KIND,
  PROP_WRONG,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SfAddedItem, sf_added_item, G_TYPE_OBJECT)

static void
set_wrong (SfAddedItem *self, gboolean wrong)
{
  if (self->wrong == wrong)
    return;
  self->wrong = wrong;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRONG]);
}

static void
sf_added_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SfAddedItem *self = SF_ADDED_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DATED_ON:
      g_value_set_string (value, self->dated_on);
      break;
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_WRONG:
      g_value_set_boolean (value, self->wrong);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sf_added_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SfAddedItem *self = SF_ADDED_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_DATED_ON:
      g_free (self->dated_on);
      self->dated_on = g_value_dup_string (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  set_wrong (self, FALSE);
}

static void
sf_added_item_finalize (GObject *object)
{
  SfAddedItem *self = SF_ADDED_ITEM (object);

  g_clear_object (&self->evidence);
  g_free (self->title);
  g_free (self->dated_on);
  G_OBJECT_CLASS (sf_added_item_parent_class)->finalize (object);
}

static void
sf_added_item_class_init (SfAddedItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sf_added_item_get_property;
  object_class->set_property = sf_added_item_set_property;
  object_class->finalize = sf_added_item_finalize;
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DATED_ON] = g_param_spec_string ("dated-on", NULL, NULL, NULL,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WRONG] = g_param_spec_boolean ("wrong", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sf_added_item_init (SfAddedItem *self)
{
}

SfAddedItem *
sf_added_item_new (SfEvidence *evidence)
{
  SfAddedItem *self = g_object_new (SF_TYPE_ADDED_ITEM, NULL);
  const char *date = sf_evidence_get_dated_on (evidence);
  int kind = sf_vocabulary_find (SF_VOCABULARY_EVIDENCE_KIND, sf_evidence_get_kind (evidence));

  self->evidence = g_object_ref (evidence);
  self->title = g_strdup (sf_evidence_get_title (evidence));
  self->dated_on = date != NULL ? sf_date_format (date) : g_strdup ("");
  self->kind = (guint)MAX (kind, 0);
  return self;
}

SfEvidence *
sf_added_item_get_evidence (SfAddedItem *self)
{
  return self->evidence;
}

const char *
sf_added_item_get_title (SfAddedItem *self)
{
  return self->title;
}

static void
add_edit (SfAddedItem *self, GPtrArray *edits, guint column, const char *old, const char *text)
{
  if (g_strcmp0 (old, text) != 0)
    g_ptr_array_add (edits, sf_field_edit_new (self->evidence, column, text));
}

gboolean
sf_added_item_add_edits (SfAddedItem *self, GPtrArray *edits, GError **error)
{
  g_autofree char *iso = NULL;

  if (sf_text_is_blank (self->title))
    {
      set_wrong (self, TRUE);
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” needs a title."),
                   sf_evidence_get_title (self->evidence));
      return FALSE;
    }
  if (!sf_text_is_blank (self->dated_on))
    {
      iso = sf_date_parse (self->dated_on, error);
      if (iso == NULL)
        {
          set_wrong (self, TRUE);
          return FALSE;
        }
    }
  add_edit (self, edits, SF_EVIDENCE_TITLE, sf_evidence_get_title (self->evidence), self->title);
  add_edit (self, edits, SF_EVIDENCE_DATED_ON, sf_evidence_get_dated_on (self->evidence), iso);
  add_edit (self, edits, SF_EVIDENCE_KIND, sf_evidence_get_kind (self->evidence),
            sf_vocabulary_get_nth_id (SF_VOCABULARY_EVIDENCE_KIND, self->kind));
  return TRUE;
}

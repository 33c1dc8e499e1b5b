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
  SfAttachment *file;
  char *title;
  char *dated_on;
  guint kind;
  char *shown_title; /* as it was when the list was opened */
  char *shown_date;
  guint shown_kind;
  SfAddedWrong wrong;
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
set_wrong (SfAddedItem *self, SfAddedWrong wrong)
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
      g_value_set_uint (value, self->wrong);
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
  set_wrong (self, SF_ADDED_RIGHT);
}

static void
sf_added_item_finalize (GObject *object)
{
  SfAddedItem *self = SF_ADDED_ITEM (object);

  g_clear_object (&self->evidence);
  g_clear_object (&self->file);
  g_free (self->title);
  g_free (self->dated_on);
  g_free (self->shown_title);
  g_free (self->shown_date);
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
  properties[PROP_WRONG] = g_param_spec_uint ("wrong", NULL, NULL, 0, SF_ADDED_WRONG_DATE, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sf_added_item_init (SfAddedItem *self)
{
}

static gboolean
take_text (char **text, char **shown, const char *now)
{
  if (g_strcmp0 (*text, *shown) != 0 || g_strcmp0 (*shown, now) == 0)
    return FALSE;
  g_free (*text);
  g_free (*shown);
  *text = g_strdup (now);
  *shown = g_strdup (now);
  return TRUE;
}

static char *
format_date (SfEvidence *evidence)
{
  const char *date = sf_evidence_get_dated_on (evidence);

  return date != NULL ? sf_date_format (date) : g_strdup ("");
}

static guint
find_kind (SfEvidence *evidence)
{
  int kind = sf_vocabulary_find (SF_VOCABULARY_EVIDENCE_KIND, sf_evidence_get_kind (evidence));

  return (guint)MAX (kind, 0);
}

void
sf_added_item_refresh (SfAddedItem *self)
{
  g_autofree char *date = format_date (self->evidence);
  guint kind = find_kind (self->evidence);

  if (take_text (&self->title, &self->shown_title, sf_evidence_get_title (self->evidence)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (take_text (&self->dated_on, &self->shown_date, date))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATED_ON]);
  if (self->kind != self->shown_kind || self->kind == kind)
    return;
  self->kind = self->shown_kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

SfAddedItem *
sf_added_item_new (SfEvidence *evidence, SfAttachment *file)
{
  SfAddedItem *self = g_object_new (SF_TYPE_ADDED_ITEM, NULL);

  self->evidence = g_object_ref (evidence);
  g_set_object (&self->file, file);
  self->title = g_strdup (sf_evidence_get_title (evidence));
  self->dated_on = format_date (evidence);
  self->kind = find_kind (evidence);
  self->shown_title = g_strdup (self->title);
  self->shown_date = g_strdup (self->dated_on);
  self->shown_kind = self->kind;
  return self;
}

SfEvidence *
sf_added_item_get_evidence (SfAddedItem *self)
{
  return self->evidence;
}

SfAttachment *
sf_added_item_get_file (SfAddedItem *self)
{
  return self->file;
}

/* What was pasted has the day on which it came. */
static gboolean
has_date_of_file (SfAddedItem *self)
{
  const char *date = sf_evidence_get_dated_on (self->evidence);

  return date != NULL && g_strcmp0 (date, sf_evidence_get_added_on (self->evidence)) != 0;
}

char *
sf_added_item_describe_file (SfAddedItem *self)
{
  const char *name = self->file != NULL ? sf_attachment_get_name (self->file) : "";

  if (self->file != NULL && has_date_of_file (self))
    return g_strdup_printf (_ ("%s · date from the file"), name);
  return g_strdup (name);
}

static gboolean
is_title_changed (SfAddedItem *self)
{
  return g_strcmp0 (self->title, self->shown_title) != 0;
}

static gboolean
is_date_changed (SfAddedItem *self)
{
  return g_strcmp0 (self->dated_on, self->shown_date) != 0;
}

gboolean
sf_added_item_is_changed (SfAddedItem *self)
{
  return is_title_changed (self) || is_date_changed (self) || self->kind != self->shown_kind;
}

gboolean
sf_added_item_add_edits (SfAddedItem *self, GPtrArray *edits, GError **error)
{
  g_autofree char *iso = NULL;

  if (sf_text_is_blank (self->title))
    {
      set_wrong (self, SF_ADDED_WRONG_TITLE);
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” needs a title."),
                   sf_evidence_get_title (self->evidence));
      return FALSE;
    }
  if (is_date_changed (self) && !sf_text_is_blank (self->dated_on))
    {
      iso = sf_date_parse (self->dated_on, error);
      if (iso == NULL)
        {
          set_wrong (self, SF_ADDED_WRONG_DATE);
          return FALSE;
        }
    }
  if (is_title_changed (self))
    g_ptr_array_add (edits, sf_field_edit_new (self->evidence, SF_EVIDENCE_TITLE, self->title));
  if (is_date_changed (self))
    g_ptr_array_add (edits, sf_field_edit_new (self->evidence, SF_EVIDENCE_DATED_ON, iso));
  if (self->kind != self->shown_kind)
    g_ptr_array_add (edits,
                     sf_field_edit_new (self->evidence, SF_EVIDENCE_KIND,
                                        sf_vocabulary_get_nth_id (SF_VOCABULARY_EVIDENCE_KIND,
                                                                  self->kind)));
  return TRUE;
}

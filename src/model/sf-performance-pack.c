/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-performance-private.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The packed form: a version, then the fields that say something by name, then the objectives, each
 * with its UUID and its fields; in version 2 then what is judged of the head, each with its fields.
 * What has nothing of that is of version 1. A GVariant in little-endian order and normal form;
 * strings carry their lengths in it, so a hostile one cannot ask for more than its own bytes. */
#define PLAIN 1
#define WITH_JUDGED 2
#define FORMAT_PLAIN "(ua{ss}a(aya{ss}))"
#define FORMAT_WITH_JUDGED "(ua{ss}a(aya{ss})aa{ss})"
#define MAX_PACKED (64 * 1024 * 1024)

static GVariant *
pack_fields (const SfPerformanceInfo *infos, guint n, char *const *texts)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < n; i++)
    if (texts[i] != NULL)
      g_variant_builder_add (&builder, "{ss}", infos[i].id, texts[i]);
  return g_variant_builder_end (&builder);
}

/* Bytes that wipe themselves. */
typedef struct
{
  gsize length;
  guint8 data[];
} Packed;

static void
wipe (gpointer data)
{
  Packed *packed = data;

  explicit_bzero (packed->data, packed->length);
  g_free (packed);
}

static GVariant *
pack_objectives (const SfPerformance *self)
{
  GVariantBuilder objectives;

  g_variant_builder_init (&objectives, G_VARIANT_TYPE ("a(aya{ss})"));
  for (guint i = 0; i < self->objectives->len; i++)
    {
      const SfObjective *objective = self->objectives->pdata[i];

      g_variant_builder_add (&objectives, "(@ay@a{ss})",
                             g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, objective->uuid.bytes,
                                                        16, 1),
                             pack_fields (sf_objective_infos, SF_N_OBJECTIVE_FIELDS,
                                          objective->texts));
    }
  return g_variant_builder_end (&objectives);
}

static GVariant *
pack_judged (const SfPerformance *self)
{
  GVariantBuilder judged;

  g_variant_builder_init (&judged, G_VARIANT_TYPE ("aa{ss}"));
  for (guint i = 0; i < self->judged->len; i++)
    g_variant_builder_add_value (&judged,
                                 pack_fields (sf_judged_infos, SF_N_JUDGED_FIELDS,
                                              ((SfJudged *)self->judged->pdata[i])->texts));
  return g_variant_builder_end (&judged);
}

GBytes *
sf_performance_pack (const SfPerformance *self)
{
  g_autoptr (GVariant) whole = NULL;
  g_autoptr (GVariant) ordered = NULL;
  GVariant *fields;
  Packed *packed;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  fields = pack_fields (sf_performance_infos, SF_N_PERFORMANCE_FIELDS, self->texts);
  if (self->judged->len == 0)
    whole = g_variant_new ("(u@a{ss}@a(aya{ss}))", PLAIN, fields, pack_objectives (self));
  else
    whole = g_variant_new ("(u@a{ss}@a(aya{ss})@aa{ss})", WITH_JUDGED, fields,
                           pack_objectives (self), pack_judged (self));
  g_variant_ref_sink (whole);
  ordered = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (whole) : g_variant_byteswap (whole);
  length = g_variant_get_size (ordered);
  packed = g_malloc (sizeof *packed + length);
  packed->length = length;
  g_variant_store (ordered, packed->data);
  return g_bytes_new_with_free_func (packed->data, length, wipe, packed);
}

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                       _ ("This record is damaged and cannot be read. Open a backup of the centre "
                          "file from before."));
  return FALSE;
}

static gboolean
unpack_fields (
    GVariant *fields, const SfPerformanceInfo *infos, guint n, char **texts, GError **error)
{
  GVariantIter iter;
  const char *id, *text;

  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "{&s&s}", &id, &text))
    {
      guint i = 0;

      while (i < n && strcmp (infos[i].id, id) != 0)
        i++;
      if (i == n || texts[i] != NULL || !sf_performance_check_text (&infos[i], text, NULL))
        return damaged (error);
      sf_performance_put (&texts[i], text);
    }
  return TRUE;
}

static gboolean
unpack_objectives (SfPerformance *self, GVariant *objectives, GError **error)
{
  GVariantIter iter;
  GVariant *uuid_bytes, *fields;

  if (g_variant_n_children (objectives) > SF_PERFORMANCE_MAX_OBJECTIVES)
    return damaged (error);
  g_variant_iter_init (&iter, objectives);
  while (g_variant_iter_next (&iter, "(@ay@a{ss})", &uuid_bytes, &fields))
    {
      g_autoptr (GVariant) bytes = uuid_bytes;
      g_autoptr (GVariant) texts = fields;
      gsize length;
      const guint8 *data = g_variant_get_fixed_array (bytes, &length, 1);
      SfObjective *objective;
      SfUuid uuid;

      if (length != 16)
        return damaged (error);
      memcpy (uuid.bytes, data, 16);
      if (sf_performance_find (self, &uuid) != NULL)
        return damaged (error);
      objective = sf_performance_append (self, &uuid);
      if (!unpack_fields (texts, sf_objective_infos, SF_N_OBJECTIVE_FIELDS, objective->texts,
                          error))
        return FALSE;
      if (objective->texts[SF_OBJECTIVE_TITLE] == NULL)
        return damaged (error);
    }
  return TRUE;
}

static gboolean
unpack_judged (SfPerformance *self, GVariant *all, GError **error)
{
  GVariantIter iter;
  GVariant *fields;

  g_variant_iter_init (&iter, all);
  while ((fields = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_autoptr (GVariant) owned = fields;
      SfJudged read = { { NULL } };
      gboolean good = unpack_fields (owned, sf_judged_infos, SF_N_JUDGED_FIELDS, read.texts, error);

      if (good && !sf_performance_check_judged (self, &read))
        good = damaged (error);
      if (good)
        sf_performance_append_judged (self, read.texts);
      for (guint i = 0; i < SF_N_JUDGED_FIELDS; i++)
        sf_performance_put (&read.texts[i], NULL);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

/* It stands first, so that what is to be read is known. */
static guint32
read_version (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 version = 0;

  if (size < sizeof version)
    return 0;
  memcpy (&version, data, sizeof version);
  return GUINT32_FROM_LE (version);
}

/* A field unknown to this version may be the next one's: its version says so first. */
static gboolean
check_version (guint32 version, GError **error)
{
  if (version == PLAIN || version == WITH_JUDGED)
    return TRUE;
  if (version == 0 || version > 1000)
    return damaged (error);
  g_set_error_literal (
      error, SF_ERROR, SF_ERROR_TOO_NEW,
      _ ("This record was written by a newer version of Sixfold. It was left as it "
         "is; install the newer version."));
  return FALSE;
}

/* (transfer full): its parts, checked as to their shape */
static GVariant *
read_whole (GBytes *bytes, GError **error)
{
  guint32 version = read_version (bytes);
  g_autoptr (GVariant) packed = NULL, whole = NULL;

  if (g_bytes_get_size (bytes) > MAX_PACKED)
    {
      damaged (error);
      return NULL;
    }
  if (!check_version (version, error))
    return NULL;
  packed = g_variant_ref_sink (g_variant_new_from_bytes (
      G_VARIANT_TYPE (version == PLAIN ? FORMAT_PLAIN : FORMAT_WITH_JUDGED), bytes, FALSE));
  whole = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (packed) : g_variant_byteswap (packed);
  if (g_variant_is_normal_form (whole))
    return g_steal_pointer (&whole);
  damaged (error);
  return NULL;
}

SfPerformance *
sf_performance_unpack (GBytes *bytes, GError **error)
{
  g_autoptr (SfPerformance) self = sf_performance_new ();
  g_autoptr (GVariant) whole = NULL, fields = NULL, objectives = NULL, judged = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  whole = read_whole (bytes, error);
  if (whole == NULL)
    return NULL;
  fields = g_variant_get_child_value (whole, 1);
  objectives = g_variant_get_child_value (whole, 2);
  if (g_variant_n_children (whole) > 3)
    judged = g_variant_get_child_value (whole, 3);
  if (!unpack_fields (fields, sf_performance_infos, SF_N_PERFORMANCE_FIELDS, self->texts, error)
      || !unpack_objectives (self, objectives, error)
      || (judged != NULL && !unpack_judged (self, judged, error)))
    return NULL;
  return g_steal_pointer (&self);
}

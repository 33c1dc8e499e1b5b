/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-performance-private.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The packed form: a version, then the fields that say something by name, then the objectives, each
 * with its UUID and its fields. A GVariant in little-endian order and normal form; strings carry
 * their lengths in it, so a hostile one cannot ask for more than its own bytes. */
#define VERSION 1
#define FORMAT "(ua{ss}a(aya{ss}))"
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

GBytes *
sf_performance_pack (const SfPerformance *self)
{
  GVariantBuilder objectives;
  g_autoptr (GVariant) whole = NULL;
  g_autoptr (GVariant) ordered = NULL;
  Packed *packed;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

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
  whole = g_variant_ref_sink (
      g_variant_new ("(u@a{ss}a(aya{ss}))", VERSION,
                     pack_fields (sf_performance_infos, SF_N_PERFORMANCE_FIELDS, self->texts),
                     &objectives));
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

/* A field unknown to this version may be the next one's: its version says so first. */
static gboolean
check_version (guint32 version, GError **error)
{
  if (version == VERSION)
    return TRUE;
  if (version == 0 || version > 1000)
    return damaged (error);
  g_set_error_literal (
      error, SF_ERROR, SF_ERROR_TOO_NEW,
      _ ("This record was written by a newer version of Sixfold. It was left as it "
         "is; install the newer version."));
  return FALSE;
}

SfPerformance *
sf_performance_unpack (GBytes *bytes, GError **error)
{
  g_autoptr (SfPerformance) self = sf_performance_new ();
  g_autoptr (GVariant) packed = NULL;
  g_autoptr (GVariant) whole = NULL;
  g_autoptr (GVariant) fields = NULL;
  g_autoptr (GVariant) objectives = NULL;
  guint32 version;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > MAX_PACKED)
    {
      damaged (error);
      return NULL;
    }
  packed = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT), bytes, FALSE));
  whole = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (packed) : g_variant_byteswap (packed);
  if (!g_variant_is_normal_form (whole))
    {
      damaged (error);
      return NULL;
    }
  g_variant_get (whole, "(u@a{ss}@a(aya{ss}))", &version, &fields, &objectives);
  if (!check_version (version, error)
      || !unpack_fields (fields, sf_performance_infos, SF_N_PERFORMANCE_FIELDS, self->texts, error)
      || !unpack_objectives (self, objectives, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-framework-private.h"

G_DEFINE_FINAL_TYPE (SfFramework, sf_framework, G_TYPE_OBJECT)

/* Our largest has 122 statements in about 200 kB; these bounds leave room for much larger ones and
 * keep the tree that libxml2 makes of the worst file under some 60 MB. */
static const SfXmlFormat format = {
  .root = "framework",
  .ns = "https://sixfold-app.github.io/ns/framework/1",
  .grammar = sf_framework_grammar,
  .limits = { .max_bytes = 4 * 1024 * 1024, .max_depth = 16, .max_nodes = 100000 },
};

static void
sf_framework_finalize (GObject *object)
{
  SfFramework *self = SF_FRAMEWORK (object);
  g_free (self->id);
  g_free (self->edition);
  g_free (self->lang);
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->source_title);
  g_free (self->source_publisher);
  g_free (self->source_year);
  g_free (self->source_reference);
  g_free (self->source_note);
  g_free (self->core_purpose);
  g_strfreev (self->ways);
  g_strfreev (self->uses);
  g_hash_table_unref (self->areas_by_code);
  g_hash_table_unref (self->statements_by_code);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->scales);
  g_clear_object (&self->overall_scale);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->digest);
  G_OBJECT_CLASS (sf_framework_parent_class)->finalize (object);
}

static void
sf_framework_class_init (SfFrameworkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_framework_finalize;
}

static void
sf_framework_init (SfFramework *self)
{
  self->scales = g_ptr_array_new_with_free_func (g_object_unref);
  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
  /* The keys are the parts' own codes. */
  self->areas_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->statements_by_code = g_hash_table_new (g_str_hash, g_str_equal);
}

/* --- reading ----------------------------------------------------------------------------- */

/* Returns a framework only if nothing was added to @strings. */
static SfFramework *
read_framework (GBytes *bytes, const char *name, GPtrArray *strings, GError **error)
{
  xmlDoc *document = sf_xml_guard_read (bytes, name, &format, strings, error);
  if (document == NULL)
    return NULL;

  g_autoptr (SfFramework) self = NULL;
  if (strings->len == 0)
    {
      g_autoptr (SfProblems) problems = sf_problems_new ();
      self = g_object_new (SF_TYPE_FRAMEWORK, NULL);
      sf_framework_read_document (self, document, problems);
      sf_framework_apply_rules (self, problems);
      sf_problems_report (problems, name, strings);
    }
  xmlFreeDoc (document);
  if (strings->len > 0)
    return NULL;

  self->bytes = g_bytes_ref (bytes);
  self->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return g_steal_pointer (&self);
}

SfFramework *
sf_framework_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  SfFramework *self = read_framework (bytes, name, strings, error);
  if (strings->len > 0)
    sf_problems_set_error (strings, error);
  return self;
}

SfFramework *
sf_framework_new_from_file (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (GBytes) bytes = sf_xml_guard_load_file (path, format.limits.max_bytes, error);
  if (bytes == NULL)
    return NULL;
  g_autofree char *name = g_filename_display_basename (path);
  return sf_framework_new_from_bytes (bytes, name, error);
}

gboolean
sf_framework_check (GBytes *bytes, const char *name, GPtrArray *problems)
{
  g_return_val_if_fail (bytes != NULL && name != NULL && problems != NULL, FALSE);

  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  g_autoptr (SfFramework) self = read_framework (bytes, name, strings, &error);
  if (error != NULL)
    g_ptr_array_add (strings, g_strdup (error->message));
  g_assert ((self != NULL) == (strings->len == 0));
  g_ptr_array_extend_and_steal (problems, g_steal_pointer (&strings));
  return self != NULL;
}

/* --- identity ---------------------------------------------------------------------------- */

const char *
sf_framework_get_id (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->id;
}

const char *
sf_framework_get_edition (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->edition;
}

const char *
sf_framework_get_lang (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->lang;
}

const char *
sf_framework_get_title (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->title;
}

const char *
sf_framework_get_short_title (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->short_title;
}

GBytes *
sf_framework_get_bytes (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->bytes;
}

const char *
sf_framework_get_digest (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->digest;
}

const char *
sf_framework_get_source_title (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->source_title;
}

const char *
sf_framework_get_source_publisher (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->source_publisher;
}

const char *
sf_framework_get_source_year (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->source_year;
}

const char *
sf_framework_get_source_reference (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->source_reference;
}

const char *
sf_framework_get_source_note (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->source_note;
}

/* --- content ----------------------------------------------------------------------------- */

GPtrArray *
sf_framework_get_scales (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->scales;
}

GPtrArray *
sf_framework_get_areas (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->areas;
}

GPtrArray *
sf_framework_get_statements (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->statements;
}

SfScale *
sf_framework_get_overall_scale (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->overall_scale;
}

const char *
sf_framework_get_core_purpose (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return self->core_purpose;
}

const char *const *
sf_framework_get_ways (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return (const char *const *)self->ways;
}

const char *const *
sf_framework_get_uses (SfFramework *self)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self), NULL);
  return (const char *const *)self->uses;
}

SfKeyArea *
sf_framework_find_area (SfFramework *self, const char *code)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self) && code != NULL, NULL);
  return g_hash_table_lookup (self->areas_by_code, code);
}

SfStatement *
sf_framework_find_statement (SfFramework *self, const char *code)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self) && code != NULL, NULL);
  return g_hash_table_lookup (self->statements_by_code, code);
}

GPtrArray *
sf_framework_list_statements_of (SfFramework *self, const char *codes)
{
  g_auto (GStrv) words = g_strsplit (codes, " ", -1);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; self != NULL && words[i] != NULL; i++)
    {
      SfStatement *statement = sf_framework_find_statement (self, words[i]);

      if (statement != NULL && !g_ptr_array_find (list, statement, NULL))
        g_ptr_array_add (list, statement);
    }
  return list;
}

SfScale *
sf_framework_find_scale (SfFramework *self, const char *id)
{
  g_return_val_if_fail (SF_IS_FRAMEWORK (self) && id != NULL, NULL);
  for (guint i = 0; i < self->scales->len; i++)
    {
      SfScale *scale = g_ptr_array_index (self->scales, i);
      if (g_str_equal (scale->id, id))
        return scale;
    }
  return NULL;
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-wording-pack.h"

#include "base/sf-error.h"
#include "framework/sf-framework-private.h"

#include <glib/gi18n-lib.h>

#define MAX_TEXT 4000

struct _SfWordingPack
{
  GObject parent_instance;
  char *framework_id;
  char *lang;
  char *title;
  char *source;
  GHashTable *texts;
};

G_DEFINE_FINAL_TYPE (SfWordingPack, sf_wording_pack, G_TYPE_OBJECT)

static const SfXmlFormat format = {
  .root = "wording",
  .ns = "https://sixfold-app.github.io/ns/wording/1",
  .grammar = sf_wording_grammar,
  .limits = { .max_bytes = 4 * 1024 * 1024, .max_depth = 8, .max_nodes = 20000 },
};

static void
sf_wording_pack_finalize (GObject *object)
{
  SfWordingPack *self = SF_WORDING_PACK (object);
  g_free (self->framework_id);
  g_free (self->lang);
  g_free (self->title);
  g_free (self->source);
  g_hash_table_unref (self->texts);
  G_OBJECT_CLASS (sf_wording_pack_parent_class)->finalize (object);
}

static void
sf_wording_pack_class_init (SfWordingPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_wording_pack_finalize;
}

static void
sf_wording_pack_init (SfWordingPack *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
read_statement (SfWordingPack *self, xmlNode *node, SfProblems *problems)
{
  g_autofree char *code = sf_xml_get_attribute (node, "code");
  g_autofree char *text = sf_xml_get_text (node);
  guint line = sf_xml_get_line (node);

  if (*code == 0)
    sf_problems_add (problems, line, _ ("A statement has no code."));
  else if (g_hash_table_contains (self->texts, code))
    sf_problems_add (problems, line, _ ("There is already a text for %s."), code);
  else if (*text == 0)
    sf_problems_add (problems, line, _ ("The text for %s is empty."), code);
  else if (g_utf8_strlen (text, -1) > MAX_TEXT)
    sf_problems_add (problems, line, _ ("The text for %s has more than %d characters."), code,
                     MAX_TEXT);
  else
    g_hash_table_insert (self->texts, g_steal_pointer (&code), g_steal_pointer (&text));
}

static void
read_document (SfWordingPack *self, xmlDoc *document, SfProblems *problems)
{
  xmlNode *root = xmlDocGetRootElement (document);
  self->framework_id = sf_xml_get_attribute (root, "framework");
  self->lang = sf_xml_get_lang (root);
  self->title = sf_xml_get_child_text (root, "title");
  self->source = sf_xml_get_child_text (root, "source");
  if (*self->framework_id == 0)
    sf_problems_add (problems, sf_xml_get_line (root),
                     _ ("The file does not say which framework it is for."));
  if (*self->title == 0)
    sf_problems_add (problems, sf_xml_get_line (root), _ ("The title is empty."));
  if (*self->source == 0)
    sf_problems_add (problems, sf_xml_get_line (root),
                     _ ("The source is empty; the wording may be shown only with it."));
  for (xmlNode *node = sf_xml_first_child (root, "statement"); node != NULL;
       node = sf_xml_next_sibling (node, "statement"))
    read_statement (self, node, problems);
}

SfWordingPack *
sf_wording_pack_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SfWordingPack) self = g_object_new (SF_TYPE_WORDING_PACK, NULL);
  xmlDoc *document = sf_xml_guard_read (bytes, name, &format, strings, error);
  if (document == NULL)
    return NULL;
  if (strings->len == 0)
    {
      g_autoptr (SfProblems) problems = sf_problems_new ();
      read_document (self, document, problems);
      sf_problems_report (problems, name, strings);
    }
  xmlFreeDoc (document);
  if (strings->len > 0)
    {
      sf_problems_set_error (strings, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

SfWordingPack *
sf_wording_pack_new_from_file (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (GBytes) bytes = sf_xml_guard_load_file (path, format.limits.max_bytes, error);
  if (bytes == NULL)
    return NULL;
  g_autofree char *name = g_filename_display_basename (path);
  return sf_wording_pack_new_from_bytes (bytes, name, error);
}

const char *
sf_wording_pack_get_framework_id (SfWordingPack *self)
{
  g_return_val_if_fail (SF_IS_WORDING_PACK (self), NULL);
  return self->framework_id;
}

const char *
sf_wording_pack_get_title (SfWordingPack *self)
{
  g_return_val_if_fail (SF_IS_WORDING_PACK (self), NULL);
  return self->title;
}

const char *
sf_wording_pack_get_source (SfWordingPack *self)
{
  g_return_val_if_fail (SF_IS_WORDING_PACK (self), NULL);
  return self->source;
}

const char *
sf_wording_pack_get_lang (SfWordingPack *self)
{
  g_return_val_if_fail (SF_IS_WORDING_PACK (self), NULL);
  return self->lang;
}

guint
sf_wording_pack_get_n_statements (SfWordingPack *self)
{
  g_return_val_if_fail (SF_IS_WORDING_PACK (self), 0);
  return g_hash_table_size (self->texts);
}

const char *
sf_wording_pack_lookup (SfWordingPack *self, const char *code)
{
  g_return_val_if_fail (SF_IS_WORDING_PACK (self) && code != NULL, NULL);
  return g_hash_table_lookup (self->texts, code);
}

gboolean
sf_wording_pack_fits (SfWordingPack *self, SfFramework *framework, GError **error)
{
  g_return_val_if_fail (SF_IS_WORDING_PACK (self) && SF_IS_FRAMEWORK (framework), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!g_str_equal (self->framework_id, sf_framework_get_id (framework)))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                   _ ("The wording “%s” is for other standards than “%s”, so it was not used."),
                   self->title, sf_framework_get_title (framework));
      return FALSE;
    }
  GHashTableIter iter;
  const char *code = NULL;
  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, (gpointer *)&code, NULL))
    if (sf_framework_find_statement (framework, code) == NULL)
      {
        g_set_error (
            error, SF_ERROR, SF_ERROR_INVALID,
            _ ("The wording “%s” has a text for %s, but “%s” has no such statement. It was "
               "not used."),
            self->title, code, sf_framework_get_title (framework));
        return FALSE;
      }
  return TRUE;
}

const char *
sf_statement_get_shown_text (SfStatement *self, SfWordingPack *pack)
{
  g_return_val_if_fail (SF_IS_STATEMENT (self), NULL);
  g_return_val_if_fail (pack == NULL || SF_IS_WORDING_PACK (pack), NULL);

  const char *official = pack ? sf_wording_pack_lookup (pack, sf_statement_get_code (self)) : NULL;
  return official != NULL ? official : sf_statement_get_text (self);
}

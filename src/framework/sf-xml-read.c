/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-framework-private.h"

/* Takes @text: every run of white space becomes one space, and none is left at the ends. */
static char *
take_collapsed (xmlChar *text)
{
  GString *collapsed = g_string_new (NULL);
  for (const char *p = (const char *)text; p != NULL && *p != 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      /* A no-break space is meant as it stands. */
      gboolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!space)
        g_string_append_unichar (collapsed, c);
      else if (collapsed->len > 0 && collapsed->str[collapsed->len - 1] != ' ')
        g_string_append_c (collapsed, ' ');
    }
  if (collapsed->len > 0 && collapsed->str[collapsed->len - 1] == ' ')
    g_string_truncate (collapsed, collapsed->len - 1);
  xmlFree (text);
  return g_string_free (collapsed, FALSE);
}

char *
sf_xml_get_text (xmlNode *node)
{
  return take_collapsed (node != NULL ? xmlNodeGetContent (node) : NULL);
}

char *
sf_xml_get_attribute (xmlNode *node, const char *name)
{
  return take_collapsed (xmlGetNoNsProp (node, (const xmlChar *)name));
}

char *
sf_xml_get_lang (xmlNode *node)
{
  return take_collapsed (xmlGetNsProp (node, (const xmlChar *)"lang", XML_XML_NAMESPACE));
}

guint
sf_xml_get_line (xmlNode *node)
{
  return (guint)MAX (xmlGetLineNo (node), 1);
}

/* The grammars know no namespace but the root's. */
static xmlNode *
find_from (xmlNode *node, const char *name)
{
  while (node != NULL
         && (node->type != XML_ELEMENT_NODE || g_strcmp0 ((const char *)node->name, name) != 0))
    node = node->next;
  return node;
}

xmlNode *
sf_xml_first_child (xmlNode *node, const char *name)
{
  return node != NULL ? find_from (node->children, name) : NULL;
}

xmlNode *
sf_xml_next_sibling (xmlNode *node, const char *name)
{
  return find_from (node->next, name);
}

char *
sf_xml_get_child_text (xmlNode *node, const char *name)
{
  return sf_xml_get_text (sf_xml_first_child (node, name));
}

char **
sf_xml_get_children_text (xmlNode *node, const char *name)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  for (xmlNode *child = sf_xml_first_child (node, name); child != NULL;
       child = sf_xml_next_sibling (child, name))
    {
      g_autofree char *text = sf_xml_get_text (child);
      g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-document.h"

#include "model/sf-shown.h"

struct _SfDocument
{
  GObject parent_instance;

  char *title;
  char *language;
  char *date;
  char *author;
  char *running_head;
  char *fingerprint;
  gboolean confidential;
  GPtrArray *blocks; /* of SfBlock */
  GPtrArray *shown;  /* of SfShown */
};

G_DEFINE_FINAL_TYPE (SfDocument, sf_document, G_TYPE_OBJECT)

static void
sf_document_finalize (GObject *object)
{
  SfDocument *self = SF_DOCUMENT (object);

  g_free (self->title);
  g_free (self->language);
  g_free (self->date);
  g_free (self->author);
  g_free (self->running_head);
  g_free (self->fingerprint);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->shown);
  G_OBJECT_CLASS (sf_document_parent_class)->finalize (object);
}

static void
sf_document_class_init (SfDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_document_finalize;
}

static void
sf_document_init (SfDocument *self)
{
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_block_free);
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_shown_free);
}

SfDocument *
sf_document_new (const char *title, const char *language, const char *date)
{
  SfDocument *self;

  g_return_val_if_fail (title != NULL && language != NULL, NULL);

  self = g_object_new (SF_TYPE_DOCUMENT, NULL);
  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->date = g_strdup (date);
  return self;
}

const char *
sf_document_get_title (SfDocument *self)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self), NULL);

  return self->title;
}

const char *
sf_document_get_language (SfDocument *self)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self), NULL);

  return self->language;
}

const char *
sf_document_get_date (SfDocument *self)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self), NULL);

  return self->date;
}

void
sf_document_set_author (SfDocument *self, const char *author)
{
  g_autofree char *copy = g_strdup (author);

  g_return_if_fail (SF_IS_DOCUMENT (self));

  g_free (self->author);
  self->author = g_steal_pointer (&copy);
}

const char *
sf_document_get_author (SfDocument *self)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self), NULL);

  return self->author;
}

void
sf_document_set_running_head (SfDocument *self, const char *running_head)
{
  g_autofree char *copy = g_strdup (running_head);

  g_return_if_fail (SF_IS_DOCUMENT (self));

  g_free (self->running_head);
  self->running_head = g_steal_pointer (&copy);
}

const char *
sf_document_get_running_head (SfDocument *self)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self), NULL);

  return self->running_head;
}

void
sf_document_set_fingerprint (SfDocument *self, const char *fingerprint)
{
  g_autofree char *copy = g_strdup (fingerprint);

  g_return_if_fail (SF_IS_DOCUMENT (self));

  g_free (self->fingerprint);
  self->fingerprint = g_steal_pointer (&copy);
}

const char *
sf_document_get_fingerprint (SfDocument *self)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self), NULL);

  return self->fingerprint;
}

void
sf_document_set_confidential (SfDocument *self)
{
  g_return_if_fail (SF_IS_DOCUMENT (self));

  self->confidential = TRUE;
}

gboolean
sf_document_is_confidential (SfDocument *self)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self), TRUE);

  return self->confidential;
}

SfBlock *
sf_document_add (SfDocument *self, SfBlock *block)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self) && block != NULL, NULL);

  g_ptr_array_add (self->blocks, block);
  return block;
}

SfBlock *
sf_document_add_heading (SfDocument *self, guint level, const char *text, const char *id)
{
  return sf_document_add (self, sf_block_new_heading (level, sf_prose_new (text), id));
}

void
sf_document_add_text (SfDocument *self, const char *text)
{
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (SF_IS_DOCUMENT (self));

  if (text == NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0')
        sf_document_add (self, sf_block_new_paragraph (sf_prose_new (lines[i])));
    }
}

GPtrArray *
sf_document_get_blocks (SfDocument *self)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self), NULL);

  return self->blocks;
}

GPtrArray *
sf_document_get_shown (SfDocument *self)
{
  g_return_val_if_fail (SF_IS_DOCUMENT (self), NULL);

  return self->shown;
}

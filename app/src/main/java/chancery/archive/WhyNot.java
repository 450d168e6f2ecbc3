package chancery.archive;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/// Why the disk did not do what was asked, in words for whoever asked it.
public final class WhyNot {
    private WhyNot() {}

    /// A clause to stand after a colon, without a full stop: `permission is missing`. It names no file; whoever says it knows which was meant.
    public static String of(IOException e) {
        var message = String.valueOf(e.getMessage());
        if (message.contains("No space left")) return "the disk is full";
        if (message.contains("Is a directory")) return "it is a folder, and a file is wanted";
        if (message.contains("Read-only file system")) return "the disk may only be read";
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "permission is missing";
            case DirectoryNotEmptyException _ -> "it is a folder, and a file is wanted";
            case NotDirectoryException _ -> "a part of its path is a file, and a folder is wanted";
            case FileAlreadyExistsException _ -> "a part of its path is a file, and a folder is wanted";
            case CharacterCodingException _ -> "it is no text in UTF-8";
            case FileSystemException f when f.getReason() != null -> f.getReason().toLowerCase(Locale.ROOT);
            default -> message;
        };
    }
}

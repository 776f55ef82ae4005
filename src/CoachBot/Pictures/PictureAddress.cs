using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Coaching.History;

namespace CoachBot.Pictures;

/// <summary>What an address stands for, and until when (Unix seconds).</summary>
internal sealed record SealedPicture(HistoryPicture Picture, long Until);

/// <summary>
/// Seals what an address stands for with AES-GCM: nobody can read it, change it, or make one. The nonce follows from the content
/// (HMAC), so that a turn played again gives the same address and no nonce ever serves two contents.
/// </summary>
internal sealed class PictureAddress
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int LongestToken = 1024;

    private readonly byte[] _sealingKey;
    private readonly byte[] _nonceKey;

    public PictureAddress(byte[] secret)
    {
        _sealingKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "CoachBot picture seal"u8.ToArray());
        _nonceKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "CoachBot picture nonce"u8.ToArray());
    }

    public string Seal(SealedPicture picture)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(picture, PictureJson.Default.SealedPicture);
        var token = new byte[NonceLength + content.Length + TagLength];
        var nonce = token.AsSpan(0, NonceLength);
        HMACSHA256.HashData(_nonceKey, content).AsSpan(0, NonceLength).CopyTo(nonce);
        using var aes = new AesGcm(_sealingKey, TagLength);
        aes.Encrypt(nonce, content, token.AsSpan(NonceLength, content.Length), token.AsSpan(NonceLength + content.Length));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Null for anything that this host did not seal.</summary>
    public SealedPicture? Open(string token)
    {
        if (token.Length > LongestToken || !Base64Url.IsValid(token))
            return null;

        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= NonceLength + TagLength)
            return null;

        var content = new byte[bytes.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(_sealingKey, TagLength);
            aes.Decrypt(bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength, content.Length), bytes.AsSpan(NonceLength + content.Length), content);
            return JsonSerializer.Deserialize(content, PictureJson.Default.SealedPicture);
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(SealedPicture))]
internal sealed partial class PictureJson : JsonSerializerContext;
